<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>actions</name>
    <message>
        <source>还没有居住登记：先办理居住登记，登记满半年后可以申领。</source>
        <translation>No residence registration yet. Register residence first; the permit can be applied for half a year later.</translation>
    </message>
    <message>
        <source>{on}已受理一件申领（{number}），一人一证，不能重复申领。</source>
        <translation>An application was accepted on {on} ({number}). One permit per person: it cannot be applied for twice.</translation>
    </message>
    <message>
        <source>有一件待补材料的申领（{number}），请用“继续办理”。</source>
        <translation>An application is waiting for missing materials ({number}). Use &quot;Resume application&quot;.</translation>
    </message>
    <message>
        <source>没有待补材料的申领。</source>
        <translation>No application is waiting for missing materials.</translation>
    </message>
    <message>
        <source>还没有办件，没有可打印的单据。</source>
        <translation>No case yet, so there is no paper to print.</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>所选街道属开发区，统计代码与所选县区不同，请核对。</source>
        <translation>This subdistrict lies in a development zone whose statistical code differs from the chosen county. Please check.</translation>
    </message>
    <message>
        <source>租赁住房最好登记房主姓名和电话。</source>
        <translation>For rented housing, it is best to record the landlord&apos;s name and phone number.</translation>
    </message>
    <message>
        <source>号码里的出生日期是{stated}，与所填的{typed}不同，请核对。</source>
        <translation>The number gives the date of birth {stated}, but {typed} was entered. Please check.</translation>
    </message>
    <message>
        <source>号码第17位表示性别为{stated}，所选性别为{chosen}，请核对。</source>
        <translation>Digit 17 of the number means sex: {stated}, but the chosen sex is: {chosen}. Please check.</translation>
    </message>
    <message>
        <source>区划表里没有号码前6位{region}，可能是已撤销的区划；与证件核对无误即可继续。</source>
        <translation>The first 6 digits {region} are not in the table of divisions; the division may have been abolished. If the number matches the document, go on.</translation>
    </message>
    <message>
        <source>申领人未满{limit}周岁，可以由监护人、近亲属代为申领。</source>
        <translation>The applicant is under {limit}; a guardian or close relative may apply for them.</translation>
    </message>
    <message>
        <source>“{character}”（{code_point}）没有可用字体：登记可以保存，凭证要等管理员装入字体后才能打印。</source>
        <translation>No font has &quot;{character}&quot; ({code_point}). The registration can be saved, but the certificate cannot be printed until an administrator installs a font that has it.</translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <source>代办人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>由监护人、近亲属代为申领</source>
        <translation>A guardian or close relative applies</translation>
    </message>
    <message>
        <source>代办人姓名</source>
        <translation>Agent&apos;s name</translation>
    </message>
    <message>
        <source>代办人证件号码</source>
        <translation>Agent&apos;s ID number</translation>
    </message>
    <message>
        <source>与申领人关系</source>
        <translation>Relation to applicant</translation>
    </message>
    <message>
        <source>代办人电话</source>
        <translation>Agent&apos;s phone</translation>
    </message>
    <message>
        <source>代办原因</source>
        <translation>Reason for agent</translation>
    </message>
    <message>
        <source>照片裁剪</source>
        <translation>Crop photo</translation>
    </message>
    <message>
        <source>方向键移动，加号放大，减号缩小，按住 Shift 微调。</source>
        <translation>Arrow keys move, plus enlarges, minus shrinks, with Shift in small steps.</translation>
    </message>
    <message>
        <source>还没有照片。选择文件，或把照片文件拖到这里。</source>
        <translation>No photo yet. Choose a file, or drop one here.</translation>
    </message>
    <message>
        <source>证件照片</source>
        <translation>ID photo</translation>
    </message>
    <message>
        <source>✓ 符合</source>
        <translation>✓ Met</translation>
    </message>
    <message>
        <source>✗ 不符合</source>
        <translation>✗ Not met</translation>
    </message>
    <message>
        <source>{basis}&#x3000;［条文待核实］</source>
        <translation>{basis}  [wording not yet verified]</translation>
    </message>
    <message>
        <source>条件核对</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>选择申领条件后逐条核对。</source>
        <translation>Choose a ground to check each condition.</translation>
    </message>
    <message>
        <source>规则包 {policy}</source>
        <translation>Policy {policy}</translation>
    </message>
    <message>
        <source>申领条件</source>
        <translation>Ground for applying</translation>
    </message>
    <message>
        <source>{age}周岁</source>
        <translation>Age {age}</translation>
    </message>
    <message>
        <source>补齐材料：{number}</source>
        <translation>Missing materials for {number}</translation>
    </message>
    <message>
        <source>现在没有有效的居住登记</source>
        <translation>No valid residence registration now</translation>
    </message>
    <message>
        <source>现居住登记：{address}（{day}登记）</source>
        <translation>Current registration: {address} (registered {day})</translation>
    </message>
    <message>
        <source>{name}：数据共享取得，不要求提交</source>
        <translation>{name}: from shared data, need not be handed in</translation>
    </message>
    <message>
        <source>申领材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>选择申领条件后列出应当提交的材料。</source>
        <translation>Choose a ground to list the materials to hand in.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>任一即可：{listed}。</source>
        <translation>Any one of: {listed}. </translation>
    </message>
    <message>
        <source>依据：{basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
    <message>
        <source>还没有居住登记。先办理居住登记，登记满半年后再申领。</source>
        <translation>No residence registration yet. Register residence first; the permit can be applied for half a year later.</translation>
    </message>
    <message>
        <source>办件{number}现在是“{state}”，没有待补的材料。</source>
        <translation>Case {number} is now &quot;{state}&quot;; no materials are missing.</translation>
    </message>
    <message>
        <source>{clerk}已于{on}受理此人的申领（{number}），一人一证，不能重复申领。</source>
        <translation>{clerk} accepted this person&apos;s application on {on} ({number}). One permit per person: it cannot be applied for twice.</translation>
    </message>
    <message>
        <source>此人有一件待补材料的申领（{number}），请继续办理那一件。</source>
        <translation>An application of this person is waiting for missing materials ({number}). Please resume that one.</translation>
    </message>
    <message>
        <source>办理居住登记</source>
        <translation>Register residence</translation>
    </message>
    <message>
        <source>继续办理那一件</source>
        <translation>Resume that application</translation>
    </message>
    <message>
        <source>打开办件</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>出具一次性告知书（缺{count}项）</source>
        <translation>Issue missing-items notice ({count} missing)</translation>
    </message>
    <message>
        <source>不符合申领条件：{reasons}</source>
        <translation>Conditions not met: {reasons}</translation>
    </message>
    <message>
        <source>还缺{count}项：{items}。补齐后凭告知书继续办理。</source>
        <translation>Still missing ({count}): {items}. When complete, resume with the notice.</translation>
    </message>
    <message>
        <source>条件符合，材料齐全：{what}。</source>
        <translation>Conditions met, materials complete. {what}.</translation>
    </message>
    <message>
        <source>{fact}（{basis}）</source>
        <translation>{fact} ({basis})</translation>
    </message>
    <message>
        <source>怎样可以办：{change}</source>
        <translation>What would help: {change}</translation>
    </message>
    <message>
        <source>受理，承诺 {day} 前办结（暂估）</source>
        <translation>Accept, due {day} (estimated)</translation>
    </message>
    <message>
        <source>受理，承诺 {day} 前办结</source>
        <translation>Accept, due {day}</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>照片文件</source>
        <translation>Photo file</translation>
    </message>
    <message>
        <source>{width}×{height}像素
26×32毫米</source>
        <translation>{width}×{height} pixels
26×32 mm</translation>
    </message>
    <message>
        <source>移除照片</source>
        <translation>Remove photo</translation>
    </message>
    <message>
        <source>选择照片</source>
        <translation>Choose photo</translation>
    </message>
    <message>
        <source>正在打开照片……</source>
        <translation>Opening the photo...</translation>
    </message>
    <message>
        <source>方向键移动，+ 放大，− 缩小，按住 Shift 微调。框内 {width}×{height} 像素。</source>
        <translation>Arrow keys move, + enlarges, − shrinks, with Shift in small steps. {width}×{height} pixels inside the frame.</translation>
    </message>
    <message>
        <source>照片偏小，印出来会略模糊。</source>
        <translation>The photo is small and will print slightly blurred.</translation>
    </message>
    <message>
        <source>申领居住证</source>
        <translation>Apply for residence permit</translation>
    </message>
    <message>
        <source>正在办理……</source>
        <translation>Working...</translation>
    </message>
    <message>
        <source>不能办理新的申领，请按上面的提示继续。</source>
        <translation>A new application cannot be made now; see the note above.</translation>
    </message>
    <message>
        <source>请先选择申领条件（按 1、2、3）。</source>
        <translation>Choose a ground first (press 1, 2 or 3).</translation>
    </message>
    <message>
        <source>正在核对条件……</source>
        <translation>Checking the conditions...</translation>
    </message>
    <message>
        <source>{name}的申领：{state}，受理号 {number}。</source>
        <translation>{name}&apos;s application: {state}, case number {number}.</translation>
    </message>
    <message>
        <source>办理申领</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>全部已提交</source>
        <translation>All handed in</translation>
    </message>
    <message>
        <source>申领条件（三选一，按 1、2、3）</source>
        <translation>Ground for applying (one of three; press 1, 2 or 3)</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose file...</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>不予受理？</source>
        <translation>Refuse the application?</translation>
    </message>
    <message>
        <source>返回修改</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>不予受理，出具告知书</source>
        <translation>Refuse and issue notice</translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>HK, Macao &amp; Taiwan residence permit</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreign permanent resident ID card</translation>
    </message>
    <message>
        <source>护照等其他证件</source>
        <translation>Passport or other document</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>未知的性别</source>
        <translation>Unknown sex</translation>
    </message>
    <message>
        <source>未说明的性别</source>
        <translation>Sex not stated</translation>
    </message>
    <message>
        <source>自有住房</source>
        <translation>Own housing</translation>
    </message>
    <message>
        <source>租赁住房</source>
        <translation>Rented housing</translation>
    </message>
    <message>
        <source>单位宿舍</source>
        <translation>Employer&apos;s dormitory</translation>
    </message>
    <message>
        <source>单位宿舍（用工单位统一申报）</source>
        <translation>Employer&apos;s dormitory (declared by employer)</translation>
    </message>
    <message>
        <source>亲友家</source>
        <translation>Home of relatives or friends</translation>
    </message>
    <message>
        <source>学生宿舍</source>
        <translation>Student dormitory</translation>
    </message>
    <message>
        <source>工地</source>
        <translation>Construction site</translation>
    </message>
    <message>
        <source>宾馆、酒店、旅店等旅馆业</source>
        <translation>Hotel, guesthouse or inn</translation>
    </message>
    <message>
        <source>医疗机构住院</source>
        <translation>Hospital stay</translation>
    </message>
    <message>
        <source>学校、培训机构寄宿</source>
        <translation>Boarding at school or training centre</translation>
    </message>
    <message>
        <source>救助管理机构</source>
        <translation>Relief station</translation>
    </message>
    <message>
        <source>其他住所</source>
        <translation>Other dwelling</translation>
    </message>
    <message>
        <source>务工</source>
        <translation>Employment</translation>
    </message>
    <message>
        <source>务农</source>
        <translation>Farm work</translation>
    </message>
    <message>
        <source>经商</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>因公出差</source>
        <translation>Work assignment</translation>
    </message>
    <message>
        <source>就读、培训</source>
        <translation>Study or training</translation>
    </message>
    <message>
        <source>治病疗养</source>
        <translation>Medical treatment</translation>
    </message>
    <message>
        <source>家政</source>
        <translation>Domestic work</translation>
    </message>
    <message>
        <source>投靠亲友</source>
        <translation>Living with relatives or friends</translation>
    </message>
    <message>
        <source>随迁</source>
        <translation>Accompanying family</translation>
    </message>
    <message>
        <source>探亲访友</source>
        <translation>Visiting relatives or friends</translation>
    </message>
    <message>
        <source>旅游观光</source>
        <translation>Tourism</translation>
    </message>
    <message>
        <source>其他事由</source>
        <translation>Other reason</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>配偶</source>
        <translation>Spouse</translation>
    </message>
    <message>
        <source>父亲</source>
        <translation>Father</translation>
    </message>
    <message>
        <source>母亲</source>
        <translation>Mother</translation>
    </message>
    <message>
        <source>子</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>兄弟姐妹</source>
        <translation>Sibling</translation>
    </message>
    <message>
        <source>祖父母、外祖父母</source>
        <translation>Grandparent</translation>
    </message>
    <message>
        <source>孙子女、外孙子女</source>
        <translation>Grandchild</translation>
    </message>
    <message>
        <source>其他亲属</source>
        <translation>Other relative</translation>
    </message>
    <message>
        <source>非亲属</source>
        <translation>Not related</translation>
    </message>
    <message>
        <source>雇佣</source>
        <translation>Employer or employee</translation>
    </message>
    <message>
        <source>出租户</source>
        <translation>Landlord</translation>
    </message>
    <message>
        <source>亲属</source>
        <translation>Relative</translation>
    </message>
    <message>
        <source>其他关系</source>
        <translation>Other relation</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>监护人、近亲属</source>
        <translation>Guardian or close relative</translation>
    </message>
    <message>
        <source>房主</source>
        <translation>Landlord</translation>
    </message>
    <message>
        <source>用工单位</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>其他代办人</source>
        <translation>Other agent</translation>
    </message>
    <message>
        <source>研究生教育</source>
        <translation>Postgraduate</translation>
    </message>
    <message>
        <source>大学本科教育</source>
        <translation>Undergraduate</translation>
    </message>
    <message>
        <source>大学专科教育</source>
        <translation>Junior college</translation>
    </message>
    <message>
        <source>中等职业教育</source>
        <translation>Secondary vocational school</translation>
    </message>
    <message>
        <source>普通高级中学教育</source>
        <translation>Senior secondary school</translation>
    </message>
    <message>
        <source>初级中学教育</source>
        <translation>Junior secondary school</translation>
    </message>
    <message>
        <source>小学教育</source>
        <translation>Primary school</translation>
    </message>
    <message>
        <source>其他教育</source>
        <translation>Other education</translation>
    </message>
    <message>
        <source>未婚</source>
        <translation>Never married</translation>
    </message>
    <message>
        <source>已婚</source>
        <translation>Married</translation>
    </message>
    <message>
        <source>初婚</source>
        <translation>First marriage</translation>
    </message>
    <message>
        <source>再婚</source>
        <translation>Remarried</translation>
    </message>
    <message>
        <source>复婚</source>
        <translation>Remarried to former spouse</translation>
    </message>
    <message>
        <source>丧偶</source>
        <translation>Widowed</translation>
    </message>
    <message>
        <source>离婚</source>
        <translation>Divorced</translation>
    </message>
    <message>
        <source>未说明的婚姻状况</source>
        <translation>Marital status not stated</translation>
    </message>
    <message>
        <source>中国共产党党员</source>
        <translation>Member, Communist Party of China</translation>
    </message>
    <message>
        <source>中国共产党预备党员</source>
        <translation>Probationary member, Communist Party of China</translation>
    </message>
    <message>
        <source>中国共产主义青年团团员</source>
        <translation>Member, Communist Youth League of China</translation>
    </message>
    <message>
        <source>中国国民党革命委员会会员</source>
        <translation>Member, Revolutionary Committee of the Chinese Kuomintang</translation>
    </message>
    <message>
        <source>中国民主同盟盟员</source>
        <translation>Member, China Democratic League</translation>
    </message>
    <message>
        <source>中国民主建国会会员</source>
        <translation>Member, China National Democratic Construction Association</translation>
    </message>
    <message>
        <source>中国民主促进会会员</source>
        <translation>Member, China Association for Promoting Democracy</translation>
    </message>
    <message>
        <source>中国农工民主党党员</source>
        <translation>Member, Chinese Peasants and Workers Democratic Party</translation>
    </message>
    <message>
        <source>中国致公党党员</source>
        <translation>Member, China Zhi Gong Party</translation>
    </message>
    <message>
        <source>九三学社社员</source>
        <translation>Member, Jiusan Society</translation>
    </message>
    <message>
        <source>台湾民主自治同盟盟员</source>
        <translation>Member, Taiwan Democratic Self-Government League</translation>
    </message>
    <message>
        <source>无党派民主人士</source>
        <translation>Public figure without party (无党派民主人士)</translation>
    </message>
    <message>
        <source>群众</source>
        <translation>No party (群众)</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Residence registration</translation>
    </message>
    <message>
        <source>居住变更登记</source>
        <translation>Residence change</translation>
    </message>
    <message>
        <source>申领居住证</source>
        <translation>Permit application</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>待补材料</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>已补齐转新件</source>
        <translation>In a new case</translation>
    </message>
    <message>
        <source>居住登记凭证</source>
        <translation>Registration certificate</translation>
    </message>
    <message>
        <source>受理回执</source>
        <translation>Acceptance receipt</translation>
    </message>
    <message>
        <source>一次性告知书</source>
        <translation>Missing-items notice</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Spoiled</translation>
    </message>
    <message>
        <source>已存为文件</source>
        <translation>Saved as file</translation>
    </message>
    <message>
        <source>窗口民警</source>
        <translation>Counter clerk</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>合法稳定就业</source>
        <translation>Lawful stable work</translation>
    </message>
    <message>
        <source>合法稳定住所</source>
        <translation>Lawful stable home</translation>
    </message>
    <message>
        <source>连续就读</source>
        <translation>Continuous schooling</translation>
    </message>
    <message>
        <source>已提交</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>数据共享取得</source>
        <translation>Shared data</translation>
    </message>
    <message>
        <source>申领人未满十六周岁</source>
        <translation>Applicant is under 16</translation>
    </message>
    <message>
        <source>申领人年老行动不便</source>
        <translation>Applicant is elderly and cannot easily come</translation>
    </message>
    <message>
        <source>申领人残疾行动不便</source>
        <translation>Applicant is disabled and cannot easily come</translation>
    </message>
    <message>
        <source>不予受理告知书</source>
        <translation>Refusal notice</translation>
    </message>
    <message>
        <source>当日办件汇总</source>
        <translation>Day summary</translation>
    </message>
</context>
<context>
    <name>day</name>
    <message>
        <source>{kind}（{number}）打印结果待确认。</source>
        <translation>{kind} ({number}): print result to confirm.</translation>
    </message>
    <message>
        <source>{kind}（{number}）作废一份：{reason}</source>
        <translation>{kind} ({number}): one copy spoiled: {reason}</translation>
    </message>
    <message>
        <source>{kind}（{number}）已出具但没有打印或存档。</source>
        <translation>{kind} ({number}): issued, but neither printed nor filed.</translation>
    </message>
    <message>
        <source>办件{number}没有单据。</source>
        <translation>Case {number} has no paper.</translation>
    </message>
    <message>
        <source>办件{number}待补材料。</source>
        <translation>Case {number} is waiting for missing items.</translation>
    </message>
    <message>
        <source>办件{cases}件，出具单据{papers}份，例外{exceptions}项。</source>
        <translation>Cases: {cases}; papers issued: {papers}; exceptions: {exceptions}.</translation>
    </message>
    <message>
        <source>单据平衡表</source>
        <translation>Paper balance</translation>
    </message>
    <message>
        <source>例外</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>没有例外，可以直接日结。</source>
        <translation>No exceptions. The day can be ended.</translation>
    </message>
    <message>
        <source>对选中例外的说明</source>
        <translation>Note on the chosen exception</translation>
    </message>
    <message>
        <source>印在当日汇总上</source>
        <translation>Printed on the day summary</translation>
    </message>
    <message>
        <source>正在核对……</source>
        <translation>Checking...</translation>
    </message>
    <message>
        <source>窗口 {counter}&#x3000;{day}&#x3000;办件 {cases} 件，出具单据 {papers} 份</source>
        <translation>Counter {counter}  {day}  Cases: {cases}, papers issued: {papers}</translation>
    </message>
    <message>
        <source>例外 {count} 项</source>
        <translation>Exceptions: {count}</translation>
    </message>
    <message>
        <source>本窗口这一天已于 {at} 日结。之后又有办件的，可以再次日结，每次的汇总都保留。</source>
        <translation>This counter&apos;s day was ended on {at}. If cases followed, end the day again; every summary is kept.</translation>
    </message>
    <message>
        <source>账实相符</source>
        <translation>Papers balance</translation>
    </message>
    <message>
        <source>账实不符</source>
        <translation>Papers do not balance</translation>
    </message>
    <message>
        <source>{count} 份待确认</source>
        <translation>To confirm: {count}</translation>
    </message>
    <message>
        <source>单据种类</source>
        <translation>Kind of paper</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>What</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>当日办件</source>
        <translation>Cases of the day</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>窗口 {number}</source>
        <translation>Counter {number}</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>受理号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>办理期限</source>
        <translation>Due (workdays)</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>正在读取……</source>
        <translation>Reading...</translation>
    </message>
    <message>
        <source>没有符合筛选条件的办件。</source>
        <translation>No case matches the filter.</translation>
    </message>
    <message>
        <source>这一天还没有到。</source>
        <translation>This day has not come yet.</translation>
    </message>
    <message>
        <source>这一天还没有办件。</source>
        <translation>No cases on this day yet.</translation>
    </message>
    <message>
        <source>这一天没有办件。</source>
        <translation>No cases on this day.</translation>
    </message>
    <message>
        <source>{day} 日结</source>
        <translation>{day}: end of day</translation>
    </message>
    <message>
        <source>已日结，汇总可以打印。</source>
        <translation>Day ended. The summary can be printed.</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>日结核对</source>
        <translation>End-of-day check</translation>
    </message>
    <message>
        <source>前一天</source>
        <translation>Previous day</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>后一天</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>End the day</translation>
    </message>
    <message>
        <source>查看汇总</source>
        <translation>Show summary</translation>
    </message>
    <message>
        <source>这一天还没有日结。</source>
        <translation>This day has not been ended yet.</translation>
    </message>
    <message>
        <source>先核对：按 F7。</source>
        <translation>Check first: press F7.</translation>
    </message>
    <message>
        <source>这一天还没有到，不能日结。</source>
        <translation>This day has not come yet and cannot be ended.</translation>
    </message>
    <message>
        <source>还有 {count} 份单据没有确认打印结果：在例外中选中它，按回车去确认。</source>
        <translation>Papers with no print result yet: {count}. Choose each under Exceptions and press Enter to confirm it.</translation>
    </message>
    <message>
        <source>{on} 超期 {days} 个工作日</source>
        <translation>{on}, {days} over</translation>
    </message>
    <message>
        <source>{on} 剩 {days} 个工作日</source>
        <translation>{on}, {days} left</translation>
    </message>
    <message>
        <source>（暂估）</source>
        <translation> (estimated)</translation>
    </message>
    <message>
        <source>{count} 份</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>共 {count} 件</source>
        <translation>Cases: {count}</translation>
    </message>
    <message>
        <source>显示 {shown} 件，当日共 {count} 件</source>
        <translation>Shown: {shown} of {count} that day</translation>
    </message>
    <message>
        <source>待确认打印 {count} 份</source>
        <translation>Prints to confirm: {count}</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>Balanced</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>Not balanced</translation>
    </message>
    <message>
        <source>出具</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>其他原件</source>
        <translation>Other originals</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprints</translation>
    </message>
    <message>
        <source>应有</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>存为文件</source>
        <translation>Saved as file</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Spoiled</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>今日办件</source>
        <translation>Today&apos;s cases</translation>
    </message>
    <message>
        <source>今天还没有办件。
在上方输入或扫描证件号码开始。</source>
        <translation>No cases yet today.
Type or scan an ID number above to begin.</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>打印结果待确认</source>
        <translation>Print result to confirm</translation>
    </message>
    <message>
        <source>还没有打印</source>
        <translation>Not printed yet</translation>
    </message>
    <message>
        <source>待确认的单据</source>
        <translation>Papers to confirm</translation>
    </message>
    <message>
        <source>日结前要逐份确认。Enter 打开。</source>
        <translation>Confirm each before the day ends. Enter opens.</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>未填姓名</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>保存于</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>未完成的表单</source>
        <translation>Unfinished forms</translation>
    </message>
    <message>
        <source>输入的内容都在，随时可以继续。</source>
        <translation>Everything typed is kept; go on at any time.</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>在上方输入</source>
        <translation>Type above</translation>
    </message>
    <message>
        <source>演练样例</source>
        <translation>Practice samples</translation>
    </message>
    <message>
        <source>人员和号码都是虚构的，可以放心试。选中后按 Enter 也能查。</source>
        <translation>Made-up people and numbers. Choose one, press Enter.</translation>
    </message>
    <message>
        <source>今日已办 {count} 件</source>
        <translation>Cases today: {count}</translation>
    </message>
    <message>
        <source>单据都已确认</source>
        <translation>All papers confirmed</translation>
    </message>
    <message>
        <source>先在列表中选一份表单。</source>
        <translation>Choose a form in the list first.</translation>
    </message>
    <message>
        <source>放弃这份表单？</source>
        <translation>Discard this form?</translation>
    </message>
    <message>
        <source>{form}：{subject}。放弃后，已经输入的内容不能找回。</source>
        <translation>{form}: {subject}. Once discarded, what was typed cannot be brought back.</translation>
    </message>
    <message>
        <source>留着</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>柜台</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>这件申领的材料已经补齐，并已转为新的办件。</source>
        <translation>The missing items of this application have been completed; it continues in a new case.</translation>
    </message>
    <message>
        <source>回到今日  Esc</source>
        <translation>Back to today  Esc</translation>
    </message>
    <message>
        <source>回到今日</source>
        <translation>Back to today</translation>
    </message>
    <message>
        <source>出生年</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>现居住地址</source>
        <translation>Current address</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>查询结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>打开  Enter</source>
        <translation>Open  Enter</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已输入 {count} 位数字</source>
        <translation>Digits typed: {count}</translation>
    </message>
    <message>
        <source>找到一件办件</source>
        <translation>One case found</translation>
    </message>
    <message>
        <source>查到 {count} 人</source>
        <translation>People found: {count}</translation>
    </message>
    <message>
        <source>请核对号码</source>
        <translation>Check the number</translation>
    </message>
    <message>
        <source>本所没有此人的记录</source>
        <translation>This station has no record of this person</translation>
    </message>
    <message>
        <source>没有查到“{asked}”</source>
        <translation>Nothing found for &quot;{asked}&quot;</translation>
    </message>
    <message>
        <source>身份证号 18 位，手机号 11 位，受理号 22 位，单据条码 24 位。输完自动查询，也可以按 Enter。</source>
        <translation>ID numbers have 18 digits, mobile numbers 11, case numbers 22, paper barcodes 24. The search starts by itself; Enter works too.</translation>
    </message>
    <message>
        <source>还有更多，请输入更多字。</source>
        <translation>There are more; type more characters.</translation>
    </message>
    <message>
        <source>↓ 进入列表，Enter 打开。</source>
        <translation>↓ goes to the list, Enter opens.</translation>
    </message>
    <message>
        <source>按 F6 登记新来的人。</source>
        <translation>F6 registers a newcomer.</translation>
    </message>
    <message>
        <source>可以输入证件号码、姓名、拼音、拼音首字母、手机号、受理号，或直接扫描单据条码。</source>
        <translation>Type an ID number, name, pinyin, pinyin initials, phone or case number, or scan a paper&apos;s barcode.</translation>
    </message>
    <message>
        <source>{born} 出生</source>
        <translation>Born {born}</translation>
    </message>
    <message>
        <source>登记此人</source>
        <translation>Register this person</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>已终止</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>{month}月{day}日&#x3000;{weekday}</source>
        <translation>{weekday}, {month}-{day}</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>Today {time}</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>Yesterday {time}</translation>
    </message>
    <message>
        <source>{days} 天前</source>
        <translation>{days} days ago</translation>
    </message>
    <message>
        <source>申领居住证</source>
        <translation>Permit application</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>End of day</translation>
    </message>
    <message>
        <source>其他表单</source>
        <translation>Other form</translation>
    </message>
    <message>
        <source>第一次来登记的人</source>
        <translation>First-time registration</translation>
    </message>
    <message>
        <source>按姓名查</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>按拼音首字母查</source>
        <translation>By pinyin initials</translation>
    </message>
    <message>
        <source>按手机号查</source>
        <translation>By mobile number</translation>
    </message>
</context>
<context>
    <name>divisions</name>
    <message>
        <source>无法读写行政区划索引（{place}：{trouble}）。请检查磁盘空间和文件夹权限，或删除该文件夹后重新启动程序；在此之前可直接填写区划代码。</source>
        <translation>The index of divisions cannot be read or written ({place}: {trouble}). Check the disk space and the folder&apos;s permissions, or delete that folder and start the program again. Until then, type division codes directly.</translation>
    </message>
    <message>
        <source>“{zone}”（{code}）是统计用区划，不是国家标准 GB/T 2260 的县级区划；填写常住户口所在地时请选所属的区县</source>
        <translation>&quot;{zone}&quot; ({code}) is a statistical division, not a county-level division of GB/T 2260. For the hukou place, choose the county or district it belongs to.</translation>
    </message>
</context>
<context>
    <name>due</name>
    <message>
        <source>居住证办理期限</source>
        <translation>Permit due date</translation>
    </message>
    <message>
        <source>拟居住期限届满</source>
        <translation>End of intended stay</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>所选街道不在所选县区内，请重新选定。</source>
        <translation>The chosen subdistrict is not in the chosen county. Please choose again.</translation>
    </message>
    <message>
        <source>所选社区不在所选街道内，请重新选定。</source>
        <translation>The chosen community is not in the chosen subdistrict. Please choose again.</translation>
    </message>
    <message>
        <source>道路和社区（村）至少填一项。</source>
        <translation>Fill in the road or the community (village), at least one.</translation>
    </message>
    <message>
        <source>住址不够具体：门牌号、楼号、房号、备注至少填一项。</source>
        <translation>The address is not exact enough: fill in the house number, building, room or remark, at least one.</translation>
    </message>
    <message>
        <source>区划代码应为6位数字。</source>
        <translation>A division code has 6 digits.</translation>
    </message>
    <message>
        <source>派出所代码应为3位数字。</source>
        <translation>A station code has 3 digits.</translation>
    </message>
    <message>
        <source>窗口号应为1至99。</source>
        <translation>The counter number is 1 to 99.</translation>
    </message>
    <message>
        <source>本窗口今天的{last}个受理号已用完，请改用另一个窗口号办理。</source>
        <translation>This counter has used all {last} case numbers of today. Please use another counter number.</translation>
    </message>
    <message>
        <source>凭证条码应为{right}位数字，现在是{found}位。</source>
        <translation>A paper&apos;s barcode has {right} digits; this has {found}.</translation>
    </message>
    <message>
        <source>条码开头的“{kind}”不是本系统的凭证种类。</source>
        <translation>The barcode begins with &quot;{kind}&quot;, which is no kind of paper of this program.</translation>
    </message>
    <message>
        <source>受理号应为{right}位数字，现在是{found}位。</source>
        <translation>A case number has {right} digits; this has {found}.</translation>
    </message>
    <message>
        <source>受理号第10至17位“{part}”不是日期。</source>
        <translation>Digits 10 to 17 of the case number, &quot;{part}&quot;, are not a date.</translation>
    </message>
    <message>
        <source>受理号的区划代码或窗口号不对，请核对后重新输入。</source>
        <translation>The division code or counter number in the case number is wrong. Check it and type it again.</translation>
    </message>
    <message>
        <source>受理号最后3位是顺序号，应为001至999。</source>
        <translation>The last 3 digits of a case number are the sequence, 001 to 999.</translation>
    </message>
    <message>
        <source>请填写日期。</source>
        <translation>Enter a date.</translation>
    </message>
    <message>
        <source>“{typed}”不是日期，请写成2026-06-02、20260602或6-2。</source>
        <translation>&quot;{typed}&quot; is not a date. Write 2026-06-02, 20260602 or 6-2.</translation>
    </message>
    <message>
        <source>出生日期{day}还没有到。</source>
        <translation>The date of birth {day} has not come yet.</translation>
    </message>
    <message>
        <source>出生日期{born}在150年以前，请核对。</source>
        <translation>The date of birth {born} is over 150 years ago. Please check.</translation>
    </message>
    <message>
        <source>到达日期{day}还没有到，到达后才能登记。</source>
        <translation>The arrival date {day} has not come yet. Registration is possible only after arrival.</translation>
    </message>
    <message>
        <source>到达日期{day}早于出生日期{born}。</source>
        <translation>The arrival date {day} is before the date of birth {born}.</translation>
    </message>
    <message>
        <source>拟居住到{until}，应晚于到达日期{arrived}。</source>
        <translation>The intended stay until {until} must end after the arrival on {arrived}.</translation>
    </message>
    <message>
        <source>拟居住到{until}，已超过50年，请核对。</source>
        <translation>The intended stay until {until} is over 50 years away. Please check.</translation>
    </message>
    <message>
        <source>日历上没有{year}年{month}月{day}日。</source>
        <translation>There is no {year}-{month}-{day} on the calendar.</translation>
    </message>
    <message>
        <source>年份{year}不对，应在{first}与{last}之间。</source>
        <translation>The year {year} is wrong; it must be between {first} and {last}.</translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation>Enter a name.</translation>
    </message>
    <message>
        <source>姓名最多{limit}个字，现在是{found}个字。</source>
        <translation>A name has at most {limit} characters; this has {found}.</translation>
    </message>
    <message>
        <source>姓名第{position}个字“{character}”（{code}）不是汉字或字母，请核对。</source>
        <translation>Character {position} of the name, &quot;{character}&quot; ({code}), is neither a Chinese character nor a letter. Please check.</translation>
    </message>
    <message>
        <source>姓名里没有汉字或字母。</source>
        <translation>The name has no Chinese character or letter.</translation>
    </message>
    <message>
        <source>间隔号“·”应在两段姓名之间，且只用一个。</source>
        <translation>The separator &quot;·&quot; stands between two parts of a name, only one at a time.</translation>
    </message>
    <message>
        <source>请填写电话号码。</source>
        <translation>Enter a phone number.</translation>
    </message>
    <message>
        <source>手机号应为11位，现在是{found}位。</source>
        <translation>A mobile number has 11 digits; this has {found}.</translation>
    </message>
    <message>
        <source>手机号第2位应为3至9，现在是{found}。</source>
        <translation>The second digit of a mobile number is 3 to 9; here it is {found}.</translation>
    </message>
    <message>
        <source>固定电话应为区号加7至8位号码，如0531-88888888。</source>
        <translation>A landline number is an area code and 7 or 8 digits, such as 0531-88888888.</translation>
    </message>
    <message>
        <source>境外号码应为+、国家或地区代码和号码，共6至15位数字。</source>
        <translation>A number outside the mainland is +, the country or region code and the number, 6 to 15 digits in all.</translation>
    </message>
    <message>
        <source>“{typed}”不是电话号码：手机11位，固定电话带区号，境外号码以+开头。</source>
        <translation>&quot;{typed}&quot; is not a phone number: a mobile number has 11 digits, a landline its area code, a number outside the mainland begins with +.</translation>
    </message>
    <message>
        <source>最多{limit}个字，现在是{found}个字。</source>
        <translation>At most {limit} characters; this has {found}.</translation>
    </message>
    <message>
        <source>请选择一项。</source>
        <translation>Choose one.</translation>
    </message>
    <message>
        <source>“{typed}”不在可选范围内，请重新选择。</source>
        <translation>&quot;{typed}&quot; is not one of the choices. Please choose again.</translation>
    </message>
    <message>
        <source>请选择民族。</source>
        <translation>Choose the ethnic group.</translation>
    </message>
    <message>
        <source>没有“{typed}”这个民族名称或代码。</source>
        <translation>There is no ethnic group with the name or code &quot;{typed}&quot;.</translation>
    </message>
    <message>
        <source>请选定区划。</source>
        <translation>Choose a division.</translation>
    </message>
    <message>
        <source>区划代码应为{digits}位数字，请从列表中选定。</source>
        <translation>A division code has {digits} digits. Choose it from the list.</translation>
    </message>
    <message>
        <source>第{position}个字是看不见的字符{code}，请删去重新输入。</source>
        <translation>Character {position} is the invisible character {code}. Delete it and type again.</translation>
    </message>
    <message>
        <source>第{position}个字是自造字{code}，换一台机器就变样，请改用标准字。</source>
        <translation>Character {position} is the private character {code}, which looks different on another computer. Use the standard character.</translation>
    </message>
    <message>
        <source>第{position}个字没有读全（{code}），请重新输入。</source>
        <translation>Character {position} was not read completely ({code}). Please type it again.</translation>
    </message>
    <message>
        <source>已满{years}周岁，应单独办理居住登记。</source>
        <translation>This person is {years} or older and must be registered separately.</translation>
    </message>
    <message>
        <source>请输入证件号码。</source>
        <translation>Enter an ID number.</translation>
    </message>
    <message>
        <source>最后一位校验码不对：前17位与末位不相符，请逐位核对号码。</source>
        <translation>The check digit is wrong: the last digit does not fit the first 17. Compare the number digit by digit.</translation>
    </message>
    <message>
        <source>护照等证件号码应为5至20位，现在是{found}位。</source>
        <translation>The number of a passport or other document has 5 to 20 characters; this has {found}.</translation>
    </message>
    <message>
        <source>证件号码里不能有“{character}”，只能有字母和数字。</source>
        <translation>An ID number cannot contain &quot;{character}&quot;, only letters and digits.</translation>
    </message>
    <message>
        <source>15位的第一代身份证号码已停止使用，请输入18位公民身份号码。</source>
        <translation>First-generation 15-digit ID numbers are no longer valid. Enter the 18-digit citizen ID number.</translation>
    </message>
    <message>
        <source>外国人永久居留身份证号码应为18位数字（旧证为3个字母加12位数字），现在是{found}位。</source>
        <translation>The number of a foreign permanent resident ID card has 18 digits (old cards: 3 letters and 12 digits); this has {found}.</translation>
    </message>
    <message>
        <source>号码应为18位，现在是{found}位。</source>
        <translation>The number has 18 digits; this has {found}.</translation>
    </message>
    <message>
        <source>号码最后一位是“{character}”，应为数字或X。</source>
        <translation>The last character of the number is &quot;{character}&quot;; it must be a digit or X.</translation>
    </message>
    <message>
        <source>号码第{position}位是“{character}”，应为数字。</source>
        <translation>Character {position} of the number is &quot;{character}&quot;; it must be a digit.</translation>
    </message>
    <message>
        <source>港澳台居民居住证号码应以810000、820000或830000开头。</source>
        <translation>The number of a HK, Macao &amp; Taiwan residence permit begins with 810000, 820000 or 830000.</translation>
    </message>
    <message>
        <source>外国人永久居留身份证的18位号码应以9开头。</source>
        <translation>The 18-digit number of a foreign permanent resident ID card begins with 9.</translation>
    </message>
    <message>
        <source>这是{kind}的号码，请改选证件种类。</source>
        <translation>This number belongs to another kind of document: {kind}. Please choose that kind.</translation>
    </message>
    <message>
        <source>号码第7至14位“{part}”不是日历上有的日期。</source>
        <translation>Digits 7 to 14 of the number, &quot;{part}&quot;, are not a date on the calendar.</translation>
    </message>
    <message>
        <source>号码里的出生日期{born}还没有到。</source>
        <translation>The date of birth in the number, {born}, has not come yet.</translation>
    </message>
    <message>
        <source>号码里的出生日期{born}在{years}年以前，请核对。</source>
        <translation>The date of birth in the number, {born}, is over {years} years ago. Please check.</translation>
    </message>
    <message>
        <source>磁盘已满，本次操作没有保存，已填内容保留在屏幕上。请清理磁盘 {path} 后再按一次保存。</source>
        <translation>The disk is full. Nothing was saved; what you typed is still on the screen. Free space on {path}, then save again.</translation>
    </message>
    <message>
        <source>数据库文件或文件夹为只读，无法保存：{path}。已填内容保留，请管理员恢复写权限后重试。</source>
        <translation>The database file or its folder is read-only and cannot be saved to: {path}. What you typed is kept. Ask an administrator to restore write permission, then try again.</translation>
    </message>
    <message>
        <source>数据库正被另一个程序占用，等待5秒后仍未释放。已填内容保留，请关闭另一个程序后重试。</source>
        <translation>Another program is using the database and did not release it within 5 seconds. What you typed is kept. Close the other program, then try again.</translation>
    </message>
    <message>
        <source>无法打开数据库 {path}：文件已损坏，或与密钥文件不匹配。请勿删除这两个文件，请管理员从备份恢复。</source>
        <translation>The database {path} cannot be opened: the file is damaged or does not match its key file. Do not delete either file. Ask an administrator to restore from a backup.</translation>
    </message>
    <message>
        <source>数据库 {path} 有一部分已损坏。请停止办理，请管理员从备份恢复；原文件请保留。</source>
        <translation>Part of the database {path} is damaged. Stop working and ask an administrator to restore from a backup. Keep the original file.</translation>
    </message>
    <message>
        <source>无法打开数据库 {path}：文件夹不存在或没有权限。请管理员检查该文件夹。</source>
        <translation>The database {path} cannot be opened: the folder does not exist or may not be read. Ask an administrator to check the folder.</translation>
    </message>
    <message>
        <source>读写数据库 {path} 时磁盘出错，本次操作没有保存，已填内容保留。请管理员检查磁盘。</source>
        <translation>The disk failed while reading or writing the database {path}. Nothing was saved; what you typed is kept. Ask an administrator to check the disk.</translation>
    </message>
    <message>
        <source>找不到数据库的密钥文件 {path}，或其内容不完整。没有它数据无法读取，请管理员从备份恢复该文件。</source>
        <translation>The database&apos;s key file {path} is missing or incomplete. Without it the data cannot be read. Ask an administrator to restore it from a backup.</translation>
    </message>
    <message>
        <source>无法使用数据文件夹 {path}（{reason}）。请管理员检查权限和磁盘。</source>
        <translation>The data folder {path} cannot be used ({reason}). Ask an administrator to check the permissions and the disk.</translation>
    </message>
    <message>
        <source>数据库 {path} 由更新版本的程序建立，本程序不能打开。请升级程序，数据没有改动。</source>
        <translation>The database {path} was made by a newer version of this program, so this one cannot open it. Update the program; the data has not been changed.</translation>
    </message>
    <message>
        <source>数据库升级没有成功，原数据库未改动：{path}（{reason}）。请用原版本程序继续办理，并联系管理员。</source>
        <translation>The database could not be upgraded; the original is unchanged: {path} ({reason}). Go on with the earlier version of the program and tell an administrator.</translation>
    </message>
    <message>
        <source>没有这个人的记录。</source>
        <translation>There is no record of this person.</translation>
    </message>
    <message>
        <source>办件{number}现在是“{state}”，没有待补的材料。</source>
        <translation>Case {number} is now &quot;{state}&quot;; no materials are missing.</translation>
    </message>
    <message>
        <source>办件{number}是{name}的，不能接着办到另一个人名下。</source>
        <translation>Case {number} belongs to {name}; it cannot be continued for another person.</translation>
    </message>
    <message>
        <source>此人的申领已由{clerk}于{on}受理（{number}），一人一证，不能重复申领。</source>
        <translation>This person&apos;s application was accepted by {clerk} on {on} ({number}). One permit per person: it cannot be applied for twice.</translation>
    </message>
    <message>
        <source>此人有一件待补材料的申领（{number}），请打开它继续办理。</source>
        <translation>An application of this person is waiting for missing materials ({number}). Open it to resume.</translation>
    </message>
    <message>
        <source>没有这个办件，可能是其他派出所的单据。</source>
        <translation>There is no such case. The paper may come from another station.</translation>
    </message>
    <message>
        <source>这个办件刚刚在另一处有了变动，请重新打开后再办理。</source>
        <translation>This case has just been changed elsewhere. Open it again before going on.</translation>
    </message>
    <message>
        <source>这一天还没有到，不能日结。</source>
        <translation>This day has not come yet and cannot be ended.</translation>
    </message>
    <message>
        <source>还有{count}份单据没有确认打印结果。请先逐份确认“已打印”或“作废”，再日结。</source>
        <translation>Papers with no print result yet: {count}. Confirm each as &quot;Printed&quot; or &quot;Spoiled&quot; before ending the day.</translation>
    </message>
    <message>
        <source>只有管理员可以导出台账。请由管理员登录后导出。</source>
        <translation>Only an administrator can export the log. Please have an administrator sign in and export it.</translation>
    </message>
    <message>
        <source>结束日期不能早于开始日期。</source>
        <translation>The last day cannot be before the first.</translation>
    </message>
    <message>
        <source>已取消导出，没有留下文件。</source>
        <translation>The export was cancelled; no file was left behind.</translation>
    </message>
    <message>
        <source>数据在服务器上，请在保存数据的电脑上导出。</source>
        <translation>The data is on the server. Please export on the computer that keeps the data.</translation>
    </message>
    <message>
        <source>这段日期有{rows}条记录，PDF最多20000条。请缩短日期范围，或改用CSV、XLSX格式。</source>
        <translation>This span of days has {rows} records; a PDF holds at most 20000. Choose fewer days, or use CSV or XLSX.</translation>
    </message>
    <message>
        <source>导出中断，没有留下文件。请再导出一次；仍不成功请联系管理员。</source>
        <translation>The export was interrupted; no file was left behind. Please export again. If it fails again, tell an administrator.</translation>
    </message>
    <message>
        <source>文件没有存成：{path}（{reason}）。原有文件没有改动，请换一个位置再存。</source>
        <translation>The file was not saved: {path} ({reason}). Any existing file is unchanged. Please save to another place.</translation>
    </message>
    <message>
        <source>没有这份单据。</source>
        <translation>There is no such paper.</translation>
    </message>
    <message>
        <source>这份单据已经打印过。需要再打一份请选择“补打”并填写原因。</source>
        <translation>This paper has already been printed. For another copy choose &quot;Reprint&quot; and give a reason.</translation>
    </message>
    <message>
        <source>请填写补打原因（2至60个字）。</source>
        <translation>Enter the reason for the reprint (2 to 60 characters).</translation>
    </message>
    <message>
        <source>这份单据已经有结果。需要再打一份请选择“补打”并填写原因。</source>
        <translation>This paper already has its result. For another copy choose &quot;Reprint&quot; and give a reason.</translation>
    </message>
    <message>
        <source>请填写作废原因（2至60个字）。</source>
        <translation>Enter the reason why it is spoiled (2 to 60 characters).</translation>
    </message>
    <message>
        <source>密码至少{shortest}个字符，并含字母、数字、符号中的两种。</source>
        <translation>A password has at least {shortest} characters, of two of these kinds: letters, digits, symbols.</translation>
    </message>
    <message>
        <source>所选部分只有{width}×{height}像素，太小，印出来会模糊（至少{w}×{h}）。</source>
        <translation>The chosen part is only {width}×{height} pixels, too small to print clearly (at least {w}×{h}).</translation>
    </message>
    <message>
        <source>{path}不是照片文件。</source>
        <translation>{path} is not a photo file.</translation>
    </message>
    <message>
        <source>照片文件有{size}MB，超过{most}MB。请另选或先缩小。</source>
        <translation>The photo file has {size} MB, more than {most} MB. Choose another or make it smaller.</translation>
    </message>
    <message>
        <source>没有这个照片文件：{path}</source>
        <translation>There is no such photo file: {path}</translation>
    </message>
    <message>
        <source>没有权限读这个照片文件：{path}</source>
        <translation>No permission to read this photo file: {path}</translation>
    </message>
    <message>
        <source>照片文件读不出来：{path}（{reason}）。</source>
        <translation>The photo file cannot be read: {path} ({reason}).</translation>
    </message>
    <message>
        <source>照片文件超过20MB。请另选或先缩小。</source>
        <translation>The photo file is over 20 MB. Choose another or make it smaller.</translation>
    </message>
    <message>
        <source>这是HEIC格式的手机照片，本程序读不了。请在手机上改存为JPG。</source>
        <translation>This is a phone photo in HEIC format, which this program cannot read. Save it as JPG on the phone.</translation>
    </message>
    <message>
        <source>照片有{width}×{height}像素，超过本程序的上限。请另选或先缩小。</source>
        <translation>The photo has {width}×{height} pixels, more than this program allows. Choose another or make it smaller.</translation>
    </message>
    <message>
        <source>照片的像素太多，超过本程序的上限。请另选或先缩小。</source>
        <translation>The photo has more pixels than this program allows. Choose another or make it smaller.</translation>
    </message>
    <message>
        <source>这个文件不是可用的照片（支持 JPG、PNG、BMP、TIFF、WEBP）。</source>
        <translation>This file is not a usable photo (JPG, PNG, BMP, TIFF and WEBP are).</translation>
    </message>
    <message>
        <source>此人已在“{address}”登记（{on}）。请核对后选择“变更到新住址”，原登记随之结束。</source>
        <translation>This person is registered at &quot;{address}&quot; ({on}). Check it, then choose &quot;Move to new address&quot;; the earlier registration ends with it.</translation>
    </message>
    <message>
        <source>原登记刚刚已经结束，请重新打开此人的页面后再办理。</source>
        <translation>The earlier registration has just ended. Open this person&apos;s page again before going on.</translation>
    </message>
    <message>
        <source>没有代码为{code}的县（市、区）。</source>
        <translation>There is no county (city, district) with the code {code}.</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。</source>
        <translation>The two passwords differ.</translation>
    </message>
    <message>
        <source>登录名为2至30个字母或数字。</source>
        <translation>A user name is 2 to 30 letters or digits.</translation>
    </message>
    <message>
        <source>请填写派出所名称。</source>
        <translation>Enter the station&apos;s name.</translation>
    </message>
    <message>
        <source>本机的派出所已经设立，不能再设立一次。</source>
        <translation>The station on this computer is already set up and cannot be set up again.</translation>
    </message>
    <message>
        <source>登录名或密码不对。请检查大小写后再试。</source>
        <translation>User name or password is wrong. Check capital letters and try again.</translation>
    </message>
    <message>
        <source>本机还没有设立派出所，请先完成首次设置。</source>
        <translation>No station is set up on this computer yet. Please finish the first set-up.</translation>
    </message>
    <message>
        <source>密码不对。锁屏下的内容没有变动，请再试。</source>
        <translation>Wrong password. Nothing behind the lock has changed; please try again.</translation>
    </message>
    <message>
        <source>{seconds} 秒内没有得到回应。内容没有丢失，请稍后再试。</source>
        <translation>No answer within {seconds} seconds. Nothing is lost; please try again later.</translation>
    </message>
    <message>
        <source>程序出了问题，编号 {reference}。已填写的内容都还在；请记下编号告诉管理员。</source>
        <translation>Something went wrong in the program, reference {reference}. Everything you typed is still there. Note the reference and tell an administrator.</translation>
    </message>
    <message>
        <source>这是申领人本人的号码，代办人应当是另一个人。</source>
        <translation>This is the applicant&apos;s own number; the agent must be someone else.</translation>
    </message>
    <message>
        <source>请填写密码。</source>
        <translation>Enter the password.</translation>
    </message>
    <message>
        <source>此人已有居住登记：请核对两处住址，选择“变更到新住址”后再提交。</source>
        <translation>This person is already registered: compare the two addresses, choose &quot;Move to new address&quot;, then save.</translation>
    </message>
    <message>
        <source>请从列表中选择所在的县（市、区）。</source>
        <translation>Choose the county (city, district) from the list.</translation>
    </message>
    <message>
        <source>请填写登录名。</source>
        <translation>Enter the user name.</translation>
    </message>
    <message>
        <source>请填写文件名。</source>
        <translation>Enter a file name.</translation>
    </message>
    <message>
        <source>这是一个文件夹，请在后面写上文件名。</source>
        <translation>This is a folder; add a file name after it.</translation>
    </message>
    <message>
        <source>已经有这个文件。要替换它，请再按一次回车。</source>
        <translation>This file exists already. To replace it, press Enter again.</translation>
    </message>
</context>
<context>
    <name>ethnicities</name>
    <message>
        <source>汉族</source>
        <translation>Han</translation>
    </message>
    <message>
        <source>蒙古族</source>
        <translation>Mongol</translation>
    </message>
    <message>
        <source>回族</source>
        <translation>Hui</translation>
    </message>
    <message>
        <source>藏族</source>
        <translation>Tibetan</translation>
    </message>
    <message>
        <source>维吾尔族</source>
        <translation>Uygur</translation>
    </message>
    <message>
        <source>苗族</source>
        <translation>Miao</translation>
    </message>
    <message>
        <source>彝族</source>
        <translation>Yi</translation>
    </message>
    <message>
        <source>壮族</source>
        <translation>Zhuang</translation>
    </message>
    <message>
        <source>布依族</source>
        <translation>Bouyei</translation>
    </message>
    <message>
        <source>朝鲜族</source>
        <translation>Korean</translation>
    </message>
    <message>
        <source>满族</source>
        <translation>Manchu</translation>
    </message>
    <message>
        <source>侗族</source>
        <translation>Dong</translation>
    </message>
    <message>
        <source>瑶族</source>
        <translation>Yao</translation>
    </message>
    <message>
        <source>白族</source>
        <translation>Bai</translation>
    </message>
    <message>
        <source>土家族</source>
        <translation>Tujia</translation>
    </message>
    <message>
        <source>哈尼族</source>
        <translation>Hani</translation>
    </message>
    <message>
        <source>哈萨克族</source>
        <translation>Kazak</translation>
    </message>
    <message>
        <source>傣族</source>
        <translation>Dai</translation>
    </message>
    <message>
        <source>黎族</source>
        <translation>Li</translation>
    </message>
    <message>
        <source>傈僳族</source>
        <translation>Lisu</translation>
    </message>
    <message>
        <source>佤族</source>
        <translation>Va</translation>
    </message>
    <message>
        <source>畲族</source>
        <translation>She</translation>
    </message>
    <message>
        <source>高山族</source>
        <translation>Gaoshan</translation>
    </message>
    <message>
        <source>拉祜族</source>
        <translation>Lahu</translation>
    </message>
    <message>
        <source>水族</source>
        <translation>Sui</translation>
    </message>
    <message>
        <source>东乡族</source>
        <translation>Dongxiang</translation>
    </message>
    <message>
        <source>纳西族</source>
        <translation>Naxi</translation>
    </message>
    <message>
        <source>景颇族</source>
        <translation>Jingpo</translation>
    </message>
    <message>
        <source>柯尔克孜族</source>
        <translation>Kirgiz</translation>
    </message>
    <message>
        <source>土族</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>达斡尔族</source>
        <translation>Daur</translation>
    </message>
    <message>
        <source>仫佬族</source>
        <translation>Mulao</translation>
    </message>
    <message>
        <source>羌族</source>
        <translation>Qiang</translation>
    </message>
    <message>
        <source>布朗族</source>
        <translation>Blang</translation>
    </message>
    <message>
        <source>撒拉族</source>
        <translation>Salar</translation>
    </message>
    <message>
        <source>毛南族</source>
        <translation>Maonan</translation>
    </message>
    <message>
        <source>仡佬族</source>
        <translation>Gelao</translation>
    </message>
    <message>
        <source>锡伯族</source>
        <translation>Xibe</translation>
    </message>
    <message>
        <source>阿昌族</source>
        <translation>Achang</translation>
    </message>
    <message>
        <source>普米族</source>
        <translation>Pumi</translation>
    </message>
    <message>
        <source>塔吉克族</source>
        <translation>Tajik</translation>
    </message>
    <message>
        <source>怒族</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>乌孜别克族</source>
        <translation>Uzbek</translation>
    </message>
    <message>
        <source>俄罗斯族</source>
        <translation>Russian</translation>
    </message>
    <message>
        <source>鄂温克族</source>
        <translation>Ewenki</translation>
    </message>
    <message>
        <source>德昂族</source>
        <translation>De&apos;ang</translation>
    </message>
    <message>
        <source>保安族</source>
        <translation>Bonan</translation>
    </message>
    <message>
        <source>裕固族</source>
        <translation>Yugur</translation>
    </message>
    <message>
        <source>京族</source>
        <translation>Gin</translation>
    </message>
    <message>
        <source>塔塔尔族</source>
        <translation>Tatar</translation>
    </message>
    <message>
        <source>独龙族</source>
        <translation>Derung</translation>
    </message>
    <message>
        <source>鄂伦春族</source>
        <translation>Oroqen</translation>
    </message>
    <message>
        <source>赫哲族</source>
        <translation>Hezhen</translation>
    </message>
    <message>
        <source>门巴族</source>
        <translation>Monba</translation>
    </message>
    <message>
        <source>珞巴族</source>
        <translation>Lhoba</translation>
    </message>
    <message>
        <source>基诺族</source>
        <translation>Jino</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>外国血统中国籍人士</source>
        <translation>Chinese national of foreign descent</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>可键入代码或拼音首字母选择</source>
        <translation>Type a code or pinyin initials to choose</translation>
    </message>
    <message>
        <source>名称、拼音或代码</source>
        <translation>Name, pinyin or code</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>大写锁定已打开</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>年月日，如 20260131</source>
        <translation>Year, month, day: 20260131</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>申领人持{kind}。</source>
        <translation>The applicant holds: {kind}.</translation>
    </message>
    <message>
        <source>港澳台居民和外国人按各自的规定申领证件，不适用本条。</source>
        <translation>Residents of Hong Kong, Macao and Taiwan and foreigners apply under their own rules; this clause does not apply.</translation>
    </message>
    <message>
        <source>没有登记常住户口所在地。</source>
        <translation>No hukou place is recorded.</translation>
    </message>
    <message>
        <source>请先登记常住户口所在地。</source>
        <translation>Record the hukou place first.</translation>
    </message>
    <message>
        <source>常住户口在{hukou}，居住在{division}。</source>
        <translation>Hukou in {hukou}, residence in {division}.</translation>
    </message>
    <message>
        <source>在常住户口所在地以外居住的才申领居住证。</source>
        <translation>The residence permit is only for people who live away from their hukou place.</translation>
    </message>
    <message>
        <source>{on}没有有效的居住登记。</source>
        <translation>No valid residence registration on {on}.</translation>
    </message>
    <message>
        <source>先办理居住登记，自登记之日起满{span}可以申领。</source>
        <translation>Register residence first; the permit can be applied for {span} from the day of registration.</translation>
    </message>
    <message>
        <source>登记于{start}，满{span}为{reached}。</source>
        <translation>Registered on {start}; {span} complete on {reached}.</translation>
    </message>
    <message>
        <source>{reached}起可以申领。</source>
        <translation>The application is possible from {reached}.</translation>
    </message>
    <message>
        <source>申领条件：{ground}。</source>
        <translation>Ground for applying: {ground}.</translation>
    </message>
    <message>
        <source>请改选当地承认的申领条件。</source>
        <translation>Choose a ground that is recognised here.</translation>
    </message>
    <message>
        <source>没有有效的居住证。</source>
        <translation>No valid residence permit.</translation>
    </message>
    <message>
        <source>已有有效的居住证，一人一证。</source>
        <translation>There is a valid residence permit already; one permit per person.</translation>
    </message>
    <message>
        <source>请改办签注、变更、换领或者补领。</source>
        <translation>Choose endorsement, change or replacement instead.</translation>
    </message>
    <message>
        <source>申领人{age}周岁，可以由监护人、近亲属代为申领。</source>
        <translation>The applicant is {age}; a guardian or close relative may apply for them.</translation>
    </message>
    <message>
        <source>本人申领。</source>
        <translation>The applicant applies in person.</translation>
    </message>
    <message>
        <source>代办人与申领人的关系是{relation}。</source>
        <translation>The agent&apos;s relation to the applicant: {relation}.</translation>
    </message>
    <message>
        <source>请由监护人、近亲属代为申领，或者本人到场。</source>
        <translation>A guardian or close relative must apply, or the applicant must come in person.</translation>
    </message>
    <message>
        <source>申领人{age}周岁，由{relation}代为申领。</source>
        <translation>The applicant is {age}; applied for by: {relation}.</translation>
    </message>
    <message>
        <source>申领人行动不便，由{relation}代为申领。</source>
        <translation>The applicant cannot easily come; applied for by: {relation}.</translation>
    </message>
    <message>
        <source>满{limit}周岁、行动方便的，请本人到场申领。</source>
        <translation>Whoever is {limit} or older and able to come must apply in person.</translation>
    </message>
    <message>
        <source>半年</source>
        <translation>half a year</translation>
    </message>
    <message>
        <source>{months}个月</source>
        <translation>{months} months</translation>
    </message>
    <message>
        <source>逾期照常登记，只记录逾期天数。</source>
        <translation>Late registrations are accepted as usual; only the days late are recorded.</translation>
    </message>
    <message>
        <source>没有内地常住户口，按国家有关规定登记，不适用本办法的期限。</source>
        <translation>No mainland hukou: registered under the national rules; the time limits of these measures do not apply.</translation>
    </message>
    <message>
        <source>常住户口在{hukou}，居住在{division}，属于登记范围。</source>
        <translation>Hukou in {hukou}, residence in {division}: within the scope of registration.</translation>
    </message>
    <message>
        <source>常住户口在{hukou}，居住在{division}，不属于登记范围；自愿登记的照常办理。</source>
        <translation>Hukou in {hukou}, residence in {division}: outside the scope of registration. Voluntary registration is accepted as usual.</translation>
    </message>
    <message>
        <source>没有说明住到哪一天，按居住{needed}日以上对待。</source>
        <translation>No end of stay was stated; treated as a stay of {needed} days or more.</translation>
    </message>
    <message>
        <source>拟居住{days}日，规定为{needed}日以上。</source>
        <translation>Intended stay: {days} days; the rule is {needed} days or more.</translation>
    </message>
    <message>
        <source>住所是{lodging}，可以不办理登记；自愿登记的应当办理。</source>
        <translation>Dwelling: {lodging}. Registration is not required, but voluntary registration must be accepted.</translation>
    </message>
    <message>
        <source>住所是{lodging}，不在可以不登记的范围内。</source>
        <translation>Dwelling: {lodging}. It is not among the dwellings exempt from registration.</translation>
    </message>
    <message>
        <source>{days}个工作日</source>
        <translation>{days} working days</translation>
    </message>
    <message>
        <source>{days}日</source>
        <translation>{days} days</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>下一栏</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>提交表单</source>
        <translation>Submit the form</translation>
    </message>
    <message>
        <source>在列表中移动；日期加减一天</source>
        <translation>Move in a list; one day earlier or later</translation>
    </message>
    <message>
        <source>返回上一页</source>
        <translation>Back to the previous page</translation>
    </message>
    <message>
        <source>扫码枪前缀键：其后直到回车都算一次扫码</source>
        <translation>Scanner prefix key: all up to Enter is one scan</translation>
    </message>
    <message>
        <source>键盘一览</source>
        <translation>Keyboard overview</translation>
    </message>
    <message>
        <source>本页</source>
        <translation>This page</translation>
    </message>
    <message>
        <source>填写时</source>
        <translation>While filling in</translation>
    </message>
    <message>
        <source>随时</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>{action}（现在不可用）</source>
        <translation>{action} (not available now)</translation>
    </message>
</context>
<context>
    <name>kit</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>关闭提示</source>
        <translation>Close message</translation>
    </message>
    <message>
        <source>自 {since} 起</source>
        <translation>Since {since}</translation>
    </message>
    <message>
        <source>程序出了问题</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>复制编号</source>
        <translation>Copy reference</translation>
    </message>
    <message>
        <source>请注意</source>
        <translation>Please note</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>已锁屏</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>{clerk} · 窗口 {number} · {station}</source>
        <translation>{clerk} · Counter {number} · {station}</translation>
    </message>
    <message>
        <source>正在填写的内容都已保留，解锁后接着办。</source>
        <translation>All that was being filled in is kept; go on after unlocking.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking...</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>查询</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>查看人员</source>
        <translation>View person</translation>
    </message>
    <message>
        <source>查看单据</source>
        <translation>View paper</translation>
    </message>
    <message>
        <source>显示完整证件号码</source>
        <translation>Show full ID number</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Residence registration</translation>
    </message>
    <message>
        <source>受理居住证申领</source>
        <translation>Permit application accepted</translation>
    </message>
    <message>
        <source>一次性告知补材料</source>
        <translation>Missing-items notice given</translation>
    </message>
    <message>
        <source>不予受理居住证申领</source>
        <translation>Permit application refused</translation>
    </message>
    <message>
        <source>生成单据</source>
        <translation>Make paper</translation>
    </message>
    <message>
        <source>打印单据</source>
        <translation>Print paper</translation>
    </message>
    <message>
        <source>确认打印结果</source>
        <translation>Confirm print result</translation>
    </message>
    <message>
        <source>补打单据</source>
        <translation>Reprint paper</translation>
    </message>
    <message>
        <source>单据存为文件</source>
        <translation>Save paper as file</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>End of day</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export log</translation>
    </message>
    <message>
        <source>导出台账未完成</source>
        <translation>Log export not completed</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>设立派出所</source>
        <translation>Set up station</translation>
    </message>
</context>
<context>
    <name>log_export</name>
    <message>
        <source>请填写日期，如 20260131。</source>
        <translation>Enter a date, such as 20260131.</translation>
    </message>
    <message>
        <source>请选择保存位置。</source>
        <translation>Choose where to save.</translation>
    </message>
    <message>
        <source>请填写完整路径，从根文件夹写起。</source>
        <translation>Enter the full path, from the root folder on.</translation>
    </message>
    <message>
        <source>这是一个文件夹，请再加上文件名。</source>
        <translation>This is a folder; add a file name.</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export log</translation>
    </message>
    <message>
        <source>正在导出。要离开这一页，请先取消导出，或等它完成。</source>
        <translation>The export is running. To leave this page, cancel it or wait until it is done.</translation>
    </message>
    <message>
        <source>台账已导出：{rows} 条。</source>
        <translation>Log exported, records: {rows}.</translation>
    </message>
    <message>
        <source>导出进度</source>
        <translation>Export progress</translation>
    </message>
    <message>
        <source>正在取消……</source>
        <translation>Cancelling...</translation>
    </message>
    <message>
        <source>正在准备……</source>
        <translation>Preparing...</translation>
    </message>
    <message>
        <source>已写 {total} 条，正在存盘……</source>
        <translation>Written: {total}. Saving to disk...</translation>
    </message>
    <message>
        <source>已写 {done} / {total} 条</source>
        <translation>Written: {done} of {total}</translation>
    </message>
    <message>
        <source>已导出</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>复制路径</source>
        <translation>Copy path</translation>
    </message>
    <message>
        <source>记录数</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>复制记录数</source>
        <translation>Copy record count</translation>
    </message>
    <message>
        <source>校验值 SHA-256</source>
        <translation>Checksum SHA-256</translation>
    </message>
    <message>
        <source>复制校验值</source>
        <translation>Copy checksum</translation>
    </message>
    <message>
        <source>记录数和校验值也写在文件末尾；本次导出已记入留痕。</source>
        <translation>The record count and checksum also stand at the end of the file; this export is in the journal.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>取消导出</source>
        <translation>Cancel export</translation>
    </message>
    <message>
        <source>选择位置</source>
        <translation>Choose place</translation>
    </message>
    <message>
        <source>开始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>结束日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>CSV（电子表格、归档）</source>
        <translation>CSV (spreadsheets, archive)</translation>
    </message>
    <message>
        <source>XLSX（Excel、WPS 表格）</source>
        <translation>XLSX (Excel, WPS)</translation>
    </message>
    <message>
        <source>PDF（打印，最多 20000 条）</source>
        <translation>PDF (print, at most 20000 records)</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>写完整证件号码</source>
        <translation>Write full ID numbers</translation>
    </message>
    <message>
        <source>不选时遮盖中间位；选择会记入留痕</source>
        <translation>If not chosen, the middle digits are masked; the choice goes into the journal</translation>
    </message>
    <message>
        <source>保存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>正在导出。</source>
        <translation>The export is running.</translation>
    </message>
    <message>
        <source>没有正在进行的导出。</source>
        <translation>No export is running.</translation>
    </message>
    <message>
        <source>请填写起止日期。</source>
        <translation>Enter the first and last day.</translation>
    </message>
    <message>
        <source>这段日期共 {count} 条记录</source>
        <translation>Records in these days: {count}</translation>
    </message>
    <message>
        <source>，超过 PDF 的上限：请缩短日期范围，或改用 CSV、XLSX</source>
        <translation>, more than a PDF holds: choose fewer days, or use CSV or XLSX</translation>
    </message>
    <message>
        <source>文件已经存在</source>
        <translation>The file exists already</translation>
    </message>
    <message>
        <source>{path} 已经存在。替换后原来的内容不能恢复。</source>
        <translation>{path} exists already. Once replaced, its contents cannot be brought back.</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>保存台账</source>
        <translation>Save log</translation>
    </message>
    <message>
        <source>{rows}（{size}）</source>
        <translation>{rows} ({size})</translation>
    </message>
</context>
<context>
    <name>lookup</name>
    <message>
        <source>本所没有编号为{number}的单据，可能是其他派出所出具的。</source>
        <translation>This station has no paper with the number {number}; another station may have issued it.</translation>
    </message>
    <message>
        <source>没有查到。请核对输入，或按证件号码登记。</source>
        <translation>Nothing found. Check what you typed, or register by ID number.</translation>
    </message>
</context>
<context>
    <name>materials</name>
    <message>
        <source>本人居民身份证或者居民户口簿</source>
        <translation>Resident ID card or hukou book</translation>
    </message>
    <message>
        <source>本人居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>本人相片</source>
        <translation>Applicant&apos;s photo</translation>
    </message>
    <message>
        <source>就业证明</source>
        <translation>Proof of employment</translation>
    </message>
    <message>
        <source>居住地住址证明</source>
        <translation>Proof of residential address</translation>
    </message>
    <message>
        <source>就读证明</source>
        <translation>Proof of schooling</translation>
    </message>
    <message>
        <source>委托人、代办人的合法有效身份证件</source>
        <translation>Valid ID of principal and agent</translation>
    </message>
    <message>
        <source>工商营业执照</source>
        <translation>Business licence</translation>
    </message>
    <message>
        <source>劳动合同</source>
        <translation>Labour contract</translation>
    </message>
    <message>
        <source>用人单位出具的劳动关系证明</source>
        <translation>Employer&apos;s proof of employment</translation>
    </message>
    <message>
        <source>其他能够证明有合法稳定就业的材料</source>
        <translation>Other proof of lawful stable work</translation>
    </message>
    <message>
        <source>房屋租赁合同</source>
        <translation>Tenancy agreement</translation>
    </message>
    <message>
        <source>房屋产权证明文件</source>
        <translation>Title deed</translation>
    </message>
    <message>
        <source>购房合同</source>
        <translation>Home purchase contract</translation>
    </message>
    <message>
        <source>房屋出租人、用人单位、就读学校出具的住宿证明</source>
        <translation>Proof of lodging from landlord, employer or school</translation>
    </message>
    <message>
        <source>学生证</source>
        <translation>Student card</translation>
    </message>
    <message>
        <source>就读学校出具的其他能够证明连续就读的材料</source>
        <translation>Other proof of continuous schooling from the school</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>居民户口簿</source>
        <translation>Hukou book</translation>
    </message>
    <message>
        <source>经当地房管部门网签备案的房屋租赁合同</source>
        <translation>Tenancy agreement filed online with the housing office</translation>
    </message>
    <message>
        <source>经当地房管部门网签备案的房屋买卖合同</source>
        <translation>Home purchase contract filed online with the housing office</translation>
    </message>
    <message>
        <source>临时居民身份证</source>
        <translation>Temporary resident ID card</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>“{text}”中的字符{named}没有可用字体，不能打印。请核对录入；如确有此字，请管理员装入含该字的字体后重试。</source>
        <translation>No font has the characters {named} in &quot;{text}&quot;, so it cannot be printed. Check the spelling. If they are right, ask an administrator to install a font that has them, then try again.</translation>
    </message>
    <message>
        <source>字体文件缺失或损坏，暂不能打印；办件已保存，修复后可在此人页面打印。</source>
        <translation>A font file is missing or damaged, so nothing can be printed now. The case is saved; once mended, print it from this person&apos;s page.</translation>
    </message>
    <message>
        <source>版面自检未通过，已停止打印：{differences}。请重试；仍不通过请联系管理员。</source>
        <translation>The check of the page&apos;s layout failed and printing was stopped: {differences}. Try again; if it still fails, tell an administrator.</translation>
    </message>
    <message>
        <source>本机打印系统没有运行。办件已保存，可先存为PDF，或请管理员启动打印系统。</source>
        <translation>The printing system of this computer is not running. The case is saved. Save as PDF for now, or ask an administrator to start the printing system.</translation>
    </message>
    <message>
        <source>找不到这台打印机。请另选一台，或先存为PDF。</source>
        <translation>This printer cannot be found. Choose another, or save as PDF for now.</translation>
    </message>
    <message>
        <source>打印机已停用或不接受任务。请检查打印机，另选一台，或先存为PDF。</source>
        <translation>The printer is stopped or takes no jobs. Check it, choose another, or save as PDF for now.</translation>
    </message>
    <message>
        <source>打印系统没有在规定时间内回答，不知道是否已收下。请看打印机出纸情况后再选结果。</source>
        <translation>The printing system did not answer in time; it is not known whether it took the paper. See what the printer brings out, then choose the result.</translation>
    </message>
    <message>
        <source>打印系统没有收下这份单据。请另选打印机，或先存为PDF。</source>
        <translation>The printing system did not take this paper. Choose another printer, or save as PDF for now.</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>补打第{number}次</source>
        <translation>Reprint {number}</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>单据编号</source>
        <translation>Paper number</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>出具时间</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>补打原因</source>
        <translation>Reason for reprint</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason spoiled</translation>
    </message>
    <message>
        <source>文件校验</source>
        <translation>File checksum</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>补打 {number}</source>
        <translation>Reprint {number}</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>单据&#x3000;{name}</source>
        <translation>Papers  {name}</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>已记录：打印成功。</source>
        <translation>Recorded: printed well.</translation>
    </message>
    <message>
        <source>已记录：作废一份。需要重新出具请选择补打。</source>
        <translation>Recorded: one copy spoiled. If it is needed again, choose Reprint.</translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>这台电脑还没有设置打印机。可以先存为PDF，或请管理员添加打印机。</source>
        <translation>No printer is set up on this computer. Save as PDF for now, or ask an administrator to add a printer.</translation>
    </message>
    <message>
        <source>打印出来了吗？</source>
        <translation>Did it come out right?</translation>
    </message>
    <message>
        <source>已在 {at} 发送到打印机“{printer}”。请看出纸是否清晰完整。</source>
        <translation>Sent to the printer &quot;{printer}&quot; at {at}. Please see whether it is clear and complete.</translation>
    </message>
    <message>
        <source>另有 {count} 份等待确认。</source>
        <translation>More waiting for an answer: {count}.</translation>
    </message>
    <message>
        <source>常用原因</source>
        <translation>Usual reasons</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>2 至 60 个字</source>
        <translation>2 to 60 characters</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>作废这一份</source>
        <translation>Spoil this copy</translation>
    </message>
    <message>
        <source>作废的份数和原因记入当日汇总。作废的纸张请收回，不要交给申报人。</source>
        <translation>Spoiled copies and reasons go into the day summary. Keep the spoiled sheet; do not give it to the person.</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Spoiled</translation>
    </message>
    <message>
        <source>卡纸</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>打印不清晰</source>
        <translation>Print not clear</translation>
    </message>
    <message>
        <source>纸张放错或污损</source>
        <translation>Paper misplaced or soiled</translation>
    </message>
    <message>
        <source>内容有误，另行更正</source>
        <translation>Content wrong, to be corrected</translation>
    </message>
    <message>
        <source>申报人不需要</source>
        <translation>Not needed after all</translation>
    </message>
    <message>
        <source>补打一份</source>
        <translation>Reprint one copy</translation>
    </message>
    <message>
        <source>补打件标明“补打”、次数和原因，内容与原件相同。</source>
        <translation>A reprint is marked 补打 with its number and reason; its content is that of the original.</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>原件遗失</source>
        <translation>Original lost</translation>
    </message>
    <message>
        <source>原件污损</source>
        <translation>Original soiled or damaged</translation>
    </message>
    <message>
        <source>上一份作废</source>
        <translation>Previous copy spoiled</translation>
    </message>
    <message>
        <source>申报人另需一份</source>
        <translation>Person needs another copy</translation>
    </message>
    <message>
        <source>存档用</source>
        <translation>For the files</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>打印成功</source>
        <translation>Printed well</translation>
    </message>
    <message>
        <source>没有出纸，再打一次</source>
        <translation>Nothing came out; print again</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>实际大小</source>
        <translation>Actual size</translation>
    </message>
    <message>
        <source>重找打印机</source>
        <translation>Find printers</translation>
    </message>
    <message>
        <source>单据和各份</source>
        <translation>Papers and copies</translation>
    </message>
    <message>
        <source>这个办件没有单据。</source>
        <translation>This case has no paper.</translation>
    </message>
    <message>
        <source>单据预览</source>
        <translation>Paper preview</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>没有单据。</source>
        <translation>No paper.</translation>
    </message>
    <message>
        <source>这一份还没有结果：先打印并确认，或作废。</source>
        <translation>This copy has no result yet: print and confirm it, or mark it spoiled.</translation>
    </message>
    <message>
        <source>没有等待确认的单据。</source>
        <translation>No paper is waiting for an answer.</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>正在准备预览……</source>
        <translation>Preparing the preview...</translation>
    </message>
    <message>
        <source>这是第一页。</source>
        <translation>This is the first page.</translation>
    </message>
    <message>
        <source>这是最后一页。</source>
        <translation>This is the last page.</translation>
    </message>
    <message>
        <source>份</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>已发送打印，请先确认打印结果。</source>
        <translation>Sent to the printer; confirm the result first.</translation>
    </message>
    <message>
        <source>这一份已经有结果，再打一份请用补打。</source>
        <translation>This copy has its result; for another use Reprint.</translation>
    </message>
    <message>
        <source>没有可用的打印机，可以存为 PDF。</source>
        <translation>No printer available; it can be saved as PDF.</translation>
    </message>
    <message>
        <source>正在处理。</source>
        <translation>Working.</translation>
    </message>
    <message>
        <source>回车保存。只写文件名的，存到“文稿”文件夹。</source>
        <translation>Enter saves. A bare file name goes to the Documents folder.</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose folder...</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>{printer}（{state}）</source>
        <translation>{printer} ({state})</translation>
    </message>
</context>
<context>
    <name>person</name>
    <message>
        <source>居住经历</source>
        <translation>Residence history</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>第 {at} 段，共 {count} 段（← → 换段）&#x3000;</source>
        <translation>Span {at} of {count} (← → to change)  </translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>受理号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>受理日期</source>
        <translation>Accepted on</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>还没有办件。</source>
        <translation>No cases yet.</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>出具日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>打印情况</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>还没有出具单据。</source>
        <translation>No papers issued yet.</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>现在可以办理</source>
        <translation>Possible now</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Register residence</translation>
    </message>
    <message>
        <source>申领居住证</source>
        <translation>Apply for permit</translation>
    </message>
    <message>
        <source>继续办理</source>
        <translation>Resume application</translation>
    </message>
    <message>
        <source>打印单据</source>
        <translation>Print papers</translation>
    </message>
    <message>
        <source>显示完整号码</source>
        <translation>Show full number</translation>
    </message>
    <message>
        <source>变更住址</source>
        <translation>Change address</translation>
    </message>
    <message>
        <source>这件申领待补材料</source>
        <translation>This application is waiting for materials</translation>
    </message>
    <message>
        <source>材料带齐了就继续办理；告知书丢了可以再打印。</source>
        <translation>Resume it when the materials are complete. A lost notice can be printed again.</translation>
    </message>
    <message>
        <source>看单据</source>
        <translation>See papers</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>登记已终止</source>
        <translation>Registration ended</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>居住证：{state}</source>
        <translation>Permit: {state}</translation>
    </message>
    <message>
        <source>隐藏号码</source>
        <translation>Hide number</translation>
    </message>
    <message>
        <source>现居住地址</source>
        <translation>Current address</translation>
    </message>
    <message>
        <source>逾期 {days} 个工作日申报</source>
        <translation>Reported late, workdays: {days}</translation>
    </message>
    <message>
        <source>现在没有居住登记。上一次登记于 {until} 终止：{address}</source>
        <translation>No residence registration now. The last one ended on {until}: {address}</translation>
    </message>
    <message>
        <source>还没有居住登记。</source>
        <translation>No residence registration yet.</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>{born}（{age} 岁）</source>
        <translation>{born} (age {age})</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>曾用名</source>
        <translation>Former name</translation>
    </message>
    <message>
        <source>常住户口所在地</source>
        <translation>Hukou place</translation>
    </message>
    <message>
        <source>工作单位或就读学校</source>
        <translation>Employer or school</translation>
    </message>
    <message>
        <source>住所类别</source>
        <translation>Dwelling</translation>
    </message>
    <message>
        <source>居住事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>到达日期</source>
        <translation>Arrived on</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>拟居住至</source>
        <translation>Intended until</translation>
    </message>
    <message>
        <source>房主</source>
        <translation>Landlord</translation>
    </message>
    <message>
        <source>申报人</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>随同未成年人</source>
        <translation>Minors with them</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>还剩 {days} 个工作日</source>
        <translation>Workdays left: {days}</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>已超期 {days} 个工作日</source>
        <translation>Workdays over: {days}</translation>
    </message>
    <message>
        <source>（暂估）</source>
        <translation> (estimated)</translation>
    </message>
    <message>
        <source>还没有打印</source>
        <translation>Not printed yet</translation>
    </message>
    <message>
        <source>补打第 {number} 份{outcome}</source>
        <translation>Reprint {number}: {outcome}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>今</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{start} 至 {until}（{length}）&#x3000;{address}</source>
        <translation>{start} to {until} ({length})  {address}</translation>
    </message>
    <message>
        <source>{days} 天</source>
        <translation>{days} d</translation>
    </message>
    <message>
        <source>{months} 个月</source>
        <translation>{months} mo</translation>
    </message>
    <message>
        <source>{years} 年</source>
        <translation>{years} yr</translation>
    </message>
    <message>
        <source>{years} 年 {months} 个月</source>
        <translation>{years} yr {months} mo</translation>
    </message>
    <message>
        <source>满半年 {day}</source>
        <translation>Half a year: {day}</translation>
    </message>
    <message>
        <source>满 {months} 个月 {day}</source>
        <translation>{months} months: {day}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{name}（{about}）</source>
        <translation>{name} ({about})</translation>
    </message>
</context>
<context>
    <name>policies</name>
    <message>
        <source>没有{on}有效的全国规则包，不能判断。</source>
        <translation>There is no national policy in force on {on}, so nothing can be assessed.</translation>
    </message>
    <message>
        <source>同一地区同一天已有规则包，请改生效日期。</source>
        <translation>There is already a policy for this place from this day; change its first day.</translation>
    </message>
    <message>
        <source>与同一地区其他规则包的区划代码不同。</source>
        <translation>Its division code differs from that of other policies for this place.</translation>
    </message>
    <message>
        <source>第一行应为date,kind,note</source>
        <translation>The first line must be date,kind,note</translation>
    </message>
    <message>
        <source>应为日期、holiday或workday、说明三列</source>
        <translation>It must have three columns: date, holiday or workday, note</translation>
    </message>
    <message>
        <source>读不出来：{why}</source>
        <translation>cannot be read: {why}</translation>
    </message>
    <message>
        <source>日历表 {file} 第{line}行：{reason}。</source>
        <translation>Calendar {file} line {line}: {reason}.</translation>
    </message>
    <message>
        <source>规则包 {file} 第{line}行 {key}：{reason}</source>
        <translation>Policy {file} line {line} {key}: {reason}</translation>
    </message>
    <message>
        <source>规则包 {file} {key}：{reason}</source>
        <translation>Policy {file} {key}: {reason}</translation>
    </message>
    <message>
        <source>不是TOML：{why}</source>
        <translation>not TOML: {why}</translation>
    </message>
    <message>
        <source>没有这个键。</source>
        <translation>There is no such key.</translation>
    </message>
    <message>
        <source>缺少这一项。</source>
        <translation>This item is missing.</translation>
    </message>
    <message>
        <source>应为日期，如2017-01-01，不加引号。</source>
        <translation>It must be a date, such as 2017-01-01, without quotes.</translation>
    </message>
    <message>
        <source>应为加引号的文字。</source>
        <translation>It must be text in quotes.</translation>
    </message>
    <message>
        <source>失效日期早于生效日期。</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <source>文件名应为生效日期{start}.toml。</source>
        <translation>The file must be named after its first day, {start}.toml.</translation>
    </message>
    <message>
        <source>应放在名为{place}的文件夹里。</source>
        <translation>It must lie in a folder named {place}.</translation>
    </message>
    <message>
        <source>应为区划代码开头的2、4或6位数字，全国为空。</source>
        <translation>It must be the first 2, 4 or 6 digits of a division code, or empty for the nation.</translation>
    </message>
    <message>
        <source>应为一节，写作[{key}]。</source>
        <translation>It must be a section, written [{key}].</translation>
    </message>
    <message>
        <source>没有写明依据（basis）。</source>
        <translation>The basis is not stated.</translation>
    </message>
    <message>
        <source>verified应为true或false，note应为文字。</source>
        <translation>verified must be true or false, note must be text.</translation>
    </message>
    <message>
        <source>没有“{extra}”这一项。</source>
        <translation>There is no item &quot;{extra}&quot;.</translation>
    </message>
    <message>
        <source>value应为true或false。</source>
        <translation>value must be true or false.</translation>
    </message>
    <message>
        <source>value应为文字。</source>
        <translation>value must be text.</translation>
    </message>
    <message>
        <source>“{value}”不对，可以是：{known}。</source>
        <translation>&quot;{value}&quot; is wrong; it can be: {known}.</translation>
    </message>
    <message>
        <source>label应为材料名称。</source>
        <translation>label must be the name of the material.</translation>
    </message>
    <message>
        <source>shareable应为true或false。</source>
        <translation>shareable must be true or false.</translation>
    </message>
</context>
<context>
    <name>registration</name>
    <message>
        <source>登记期限与依据</source>
        <translation>Time limit and basis</translation>
    </message>
    <message>
        <source>填好户口所在地、现住址、住所类别和到达日期后，这里显示登记期限。</source>
        <translation>Once the hukou place, address, dwelling and arrival date are filled in, the time limit is shown here.</translation>
    </message>
    <message>
        <source>不属于必须登记的情形；自愿登记，照常办理。</source>
        <translation>Registration is not required; voluntary registration is accepted as usual.</translation>
    </message>
    <message>
        <source>逾期{days}个工作日，照常登记。登记期限为 {due}。</source>
        <translation>Working days late: {days}. Register as usual. The time limit was {due}.</translation>
    </message>
    <message>
        <source>未逾期。登记期限为 {due}。</source>
        <translation>In time. The time limit is {due}.</translation>
    </message>
    <message>
        <source>（暂估：当年放假安排尚未公布）</source>
        <translation> (estimated: that year&apos;s holidays are not yet published)</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>住所类别</source>
        <translation>Dwelling</translation>
    </message>
    <message>
        <source>居住事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>房主</source>
        <translation>Landlord</translation>
    </message>
    <message>
        <source>到达日期</source>
        <translation>Arrived on</translation>
    </message>
    <message>
        <source>服务处所</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>现登记</source>
        <translation>Now registered</translation>
    </message>
    <message>
        <source>新登记</source>
        <translation>New registration</translation>
    </message>
    <message>
        <source>{what}不同：现为{now}，新为{new}</source>
        <translation>{what} differs: now {now}, new {new}</translation>
    </message>
    <message>
        <source>{what}：{new}</source>
        <translation>{what}: {new}</translation>
    </message>
    <message>
        <source>不同</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>打印凭证</source>
        <translation>Print certificate</translation>
    </message>
    <message>
        <source>同户下一人</source>
        <translation>Next in household</translation>
    </message>
    <message>
        <source>新的登记</source>
        <translation>New registration</translation>
    </message>
    <message>
        <source>此人页面</source>
        <translation>Person&apos;s page</translation>
    </message>
    <message>
        <source>“同户下一人”沿用住址、住所、房主和到达日期。</source>
        <translation>&quot;Next in household&quot; takes over address, dwelling, landlord and arrival date.</translation>
    </message>
    <message>
        <source>{name}的居住登记已办结</source>
        <translation>{name}&apos;s residence is registered</translation>
    </message>
    <message>
        <source>受理号 {number}</source>
        <translation>Case number {number}</translation>
    </message>
    <message>
        <source>原登记今日结束：{address}</source>
        <translation>The earlier registration ends today: {address}</translation>
    </message>
    <message>
        <source>身份证18位；其他证件照录</source>
        <translation>18 digits; other documents as printed</translation>
    </message>
    <message>
        <source>汉字或外文；分隔用“·”</source>
        <translation>Chinese or foreign letters; separated by ·</translation>
    </message>
    <message>
        <source>没有可以不填</source>
        <translation>May be left empty</translation>
    </message>
    <message>
        <source>由身份号码带出，可改</source>
        <translation>From the ID number; can be changed</translation>
    </message>
    <message>
        <source>按户口簿或身份证住址选</source>
        <translation>As in the hukou book or ID card</translation>
    </message>
    <message>
        <source>按户口簿或身份证照写</source>
        <translation>As written in the hukou book or ID card</translation>
    </message>
    <message>
        <source>11位手机号，或区号加号码</source>
        <translation>11-digit mobile, or area code and number</translation>
    </message>
    <message>
        <source>写全称</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>键入名称、拼音或代码</source>
        <translation>Type a name, pinyin or code</translation>
    </message>
    <message>
        <source>选定后街道随之填好</source>
        <translation>Fills in the subdistrict too</translation>
    </message>
    <message>
        <source>数字写阿拉伯数字</source>
        <translation>Write numbers as digits</translation>
    </message>
    <message>
        <source>“号”可以不写</source>
        <translation>号 may be left out</translation>
    </message>
    <message>
        <source>“号楼”可以不写</source>
        <translation>号楼 may be left out</translation>
    </message>
    <message>
        <source>“单元”可以不写</source>
        <translation>单元 may be left out</translation>
    </message>
    <message>
        <source>“室”可以不写</source>
        <translation>室 may be left out</translation>
    </message>
    <message>
        <source>门牌说不清的写在这里</source>
        <translation>Whatever the number cannot say</translation>
    </message>
    <message>
        <source>不晚于今天；6-2即6月2日</source>
        <translation>Today at the latest; 6-2 means 2 June</translation>
    </message>
    <message>
        <source>没有打算可以不填</source>
        <translation>Empty if not known</translation>
    </message>
    <message>
        <source>未满十八周岁</source>
        <translation>Under 18</translation>
    </message>
    <message>
        <source>办理登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>同上一人住址</source>
        <translation>Same as previous person</translation>
    </message>
    <message>
        <source>以往住址</source>
        <translation>Earlier addresses</translation>
    </message>
    <message>
        <source>随行未成年人</source>
        <translation>Accompanying minor</translation>
    </message>
    <message>
        <source>减少一名未成年人</source>
        <translation>One minor fewer</translation>
    </message>
    <message>
        <source>更多项目</source>
        <translation>More fields</translation>
    </message>
    <message>
        <source>变更到新住址</source>
        <translation>Move to new address</translation>
    </message>
    <message>
        <source>正在保存，请稍候</source>
        <translation>Saving, please wait</translation>
    </message>
    <message>
        <source>此人没有以往登记的住址</source>
        <translation>This person has no earlier address</translation>
    </message>
    <message>
        <source>此人现在没有居住登记</source>
        <translation>This person has no residence registration now</translation>
    </message>
    <message>
        <source>最多登记{most}名随行未成年人</source>
        <translation>At most {most} accompanying minors</translation>
    </message>
    <message>
        <source>没有随行未成年人</source>
        <translation>No accompanying minors</translation>
    </message>
    <message>
        <source>收起次要项目</source>
        <translation>Hide further fields</translation>
    </message>
    <message>
        <source>更多项目（已填{count}项）</source>
        <translation>More fields ({count} filled in)</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Residence registration</translation>
    </message>
    <message>
        <source>Enter 到下一个待填项&#x3000;Tab 逐项&#x3000;F1 全部按键</source>
        <translation>Enter: next open field  Tab: every field  F1: all keys</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>证件种类</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>键入拼音首字母或两位代码</source>
        <translation>Type pinyin initials or the two-digit code</translation>
    </message>
    <message>
        <source>常住户口所在地（县级）</source>
        <translation>Hukou place (county level)</translation>
    </message>
    <message>
        <source>户口详细地址</source>
        <translation>Hukou address</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>曾用名</source>
        <translation>Former name</translation>
    </message>
    <message>
        <source>文化程度</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>婚姻状况</source>
        <translation>Marital status</translation>
    </message>
    <message>
        <source>政治面貌</source>
        <translation>Political status</translation>
    </message>
    <message>
        <source>变更到新住址（原登记今日结束）</source>
        <translation>Move to new address (the earlier registration ends today)</translation>
    </message>
    <message>
        <source>空格键选择；两处登记都保留在案</source>
        <translation>Space bar chooses; both registrations are kept</translation>
    </message>
    <message>
        <source>县（市、区）</source>
        <translation>County (city, district)</translation>
    </message>
    <message>
        <source>街道（镇、乡）</source>
        <translation>Subdistrict (town)</translation>
    </message>
    <message>
        <source>也可直接键入社区名称，街道随之填好</source>
        <translation>Or type the community; the subdistrict follows</translation>
    </message>
    <message>
        <source>社区（村）</source>
        <translation>Community (village)</translation>
    </message>
    <message>
        <source>路、街、巷、小区</source>
        <translation>Road, street, lane or estate</translation>
    </message>
    <message>
        <source>门牌号</source>
        <translation>House number</translation>
    </message>
    <message>
        <source>楼号</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>单元</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>室</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>地址备注</source>
        <translation>Address remark</translation>
    </message>
    <message>
        <source>房主姓名</source>
        <translation>Landlord&apos;s name</translation>
    </message>
    <message>
        <source>房主电话</source>
        <translation>Landlord&apos;s phone</translation>
    </message>
    <message>
        <source>拟居住至</source>
        <translation>Intended until</translation>
    </message>
    <message>
        <source>申报人</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>申报人姓名</source>
        <translation>Reporter&apos;s name</translation>
    </message>
    <message>
        <source>申报人电话</source>
        <translation>Reporter&apos;s phone</translation>
    </message>
    <message>
        <source>服务处所或就读学校</source>
        <translation>Workplace or school</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>此人已有居住登记</source>
        <translation>This person is already registered</translation>
    </message>
    <message>
        <source>现居住地址</source>
        <translation>Current address</translation>
    </message>
    <message>
        <source>居住情况</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>随行未成年人 {row}</source>
        <translation>Accompanying minor {row}</translation>
    </message>
    <message>
        <source>身份号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>与本人关系</source>
        <translation>Relation to person</translation>
    </message>
    <message>
        <source>未填姓名</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>{name}的居住登记已办结，受理号 {number}</source>
        <translation>{name}&apos;s residence is registered, case number {number}</translation>
    </message>
    <message>
        <source>此人以往登记的住址</source>
        <translation>Earlier addresses of this person</translation>
    </message>
    <message>
        <source>至今</source>
        <translation>now</translation>
    </message>
    <message>
        <source>不用</source>
        <translation>Do not use</translation>
    </message>
    <message>
        <source>填入此住址</source>
        <translation>Use this address</translation>
    </message>
    <message>
        <source>打印为：{address}</source>
        <translation>Prints as: {address}</translation>
    </message>
    <message>
        <source>变更到新住址：原登记今日结束，两处登记都保留在案。</source>
        <translation>Move to new address: the earlier registration ends today; both are kept.</translation>
    </message>
    <message>
        <source>已有记录，资料已填入，请与证件核对。此人已有居住登记：搬了家的选“变更到新住址”。</source>
        <translation>On record; the details are filled in, please compare with the document. This person is already registered: if they moved, choose &quot;Move to new address&quot;.</translation>
    </message>
    <message>
        <source>没有此人的记录，按初次登记办理。</source>
        <translation>No record of this person; a first registration.</translation>
    </message>
    <message>
        <source>已有记录，资料已填入，请与证件核对。</source>
        <translation>On record; the details are filled in, please compare with the document.</translation>
    </message>
    <message>
        <source>还有{count}处要补充或更正，已在各项下说明。</source>
        <translation>Still to complete or correct: {count}. See below each field.</translation>
    </message>
    <message>
        <source>没有找到，请换一种写法</source>
        <translation>Not found; try another spelling</translation>
    </message>
    <message>
        <source>本窗口今天还没有登记过别人，没有住址可以沿用。</source>
        <translation>This counter has registered nobody else today, so there is no address to take over.</translation>
    </message>
</context>
<context>
    <name>relation</name>
    <message>
        <source>女</source>
        <translation>Daughter</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>1至50个字，汉字或外文字母；少数民族和外国人姓名用“·”分隔。</source>
        <translation>1 to 50 characters, Chinese or foreign letters; &quot;·&quot; separates the parts of minority and foreign names.</translation>
    </message>
    <message>
        <source>居民身份证、港澳台居民居住证18位；外国人永居证18位或3个字母加12位；护照5至20位。</source>
        <translation>Resident ID cards and HK, Macao &amp; Taiwan permits: 18 characters; foreign permanent resident cards: 18 digits, or 3 letters and 12 digits; passports: 5 to 20 characters.</translation>
    </message>
    <message>
        <source>11位手机号，或区号加号码（0531-88888888）；境外号码以+开头。</source>
        <translation>An 11-digit mobile number, or area code and number (0531-88888888); outside the mainland, begin with +.</translation>
    </message>
    <message>
        <source>年月日：20260602、2026-06-02、2026.6.2、2026年6月2日，或6-2。</source>
        <translation>Year, month, day: 20260602, 2026-06-02, 2026.6.2, 2026年6月2日, or 6-2.</translation>
    </message>
    <message>
        <source>从列表中选择。</source>
        <translation>Choose from the list.</translation>
    </message>
    <message>
        <source>输入区划名称、拼音或代码，从列表中选定。</source>
        <translation>Type a division&apos;s name, pinyin or code and choose it from the list.</translation>
    </message>
    <message>
        <source>不超过50个字；数字写阿拉伯数字，“号、楼、单元、室”可以不写。</source>
        <translation>At most 50 characters; write numbers as digits; 号, 楼, 单元, 室 may be left out.</translation>
    </message>
    <message>
        <source>没有可以不填；写法与姓名相同。</source>
        <translation>May be left empty; written like the name.</translation>
    </message>
    <message>
        <source>身份号码里有出生日期的自动填写；不能晚于今天。</source>
        <translation>Filled in from the ID number if it has one; today at the latest.</translation>
    </message>
    <message>
        <source>输入民族名称、拼音或两位代码，从列表中选定；居民身份证必填。</source>
        <translation>Type the ethnic group&apos;s name, pinyin or two-digit code and choose it from the list; required with a resident ID card.</translation>
    </message>
    <message>
        <source>按户口簿或身份证住址选定县级区划，不由身份号码推出；居民身份证必填。</source>
        <translation>Choose the county-level division as in the hukou book or ID card, never by the ID number; required with a resident ID card.</translation>
    </message>
    <message>
        <source>按户口簿或身份证照写，不超过100个字。</source>
        <translation>As written in the hukou book or ID card, at most 100 characters.</translation>
    </message>
    <message>
        <source>单位或学校的全称，不超过100个字。</source>
        <translation>Full name of the employer or school, at most 100 characters.</translation>
    </message>
    <message>
        <source>门牌说不清的写在这里，不超过100个字。</source>
        <translation>Whatever the house number cannot say, at most 100 characters.</translation>
    </message>
    <message>
        <source>到达居住地的日期，不能晚于今天；写6-2即今年6月2日。</source>
        <translation>The day of arrival at the address, today at the latest; 6-2 means 2 June of this year.</translation>
    </message>
    <message>
        <source>打算住到哪一天，晚于到达日期；没有打算可以不填。</source>
        <translation>The last day of the intended stay, after the arrival; may be left empty.</translation>
    </message>
    <message>
        <source>不是本人申报的，填申报人姓名。</source>
        <translation>If reported by someone else, that person&apos;s name.</translation>
    </message>
    <message>
        <source>不超过200个字。</source>
        <translation>At most 200 characters.</translation>
    </message>
    <message>
        <source>未满十八周岁；有身份号码的可以不填。</source>
        <translation>Under 18; may be left empty if there is an ID number.</translation>
    </message>
    <message>
        <source>有身份号码的填18位号码；没有的填出生日期。</source>
        <translation>The 18-character ID number if there is one; otherwise enter the date of birth.</translation>
    </message>
    <message>
        <source>JPEG或PNG照片，裁成358×441像素；白底免冠，不着制式服装。</source>
        <translation>A JPEG or PNG photo, cropped to 358×441 pixels; white background, no hat, no uniform.</translation>
    </message>
</context>
<context>
    <name>set_up</name>
    <message>
        <source>设立派出所</source>
        <translation>Set up station</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation>Back to sign-in</translation>
    </message>
    <message>
        <source>派出所</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>所在县（市、区）</source>
        <translation>County (city, district)</translation>
    </message>
    <message>
        <source>6 位行政区划代码：键入名称、拼音或代码，从列表中选择</source>
        <translation>6-digit division code: type a name, pinyin or code and choose from the list</translation>
    </message>
    <message>
        <source>派出所代码</source>
        <translation>Station code</translation>
    </message>
    <message>
        <source>3 位数字，由上级公安机关编定</source>
        <translation>3 digits, given by the superior public security organ</translation>
    </message>
    <message>
        <source>公章上的全称</source>
        <translation>Full name as on the official seal</translation>
    </message>
    <message>
        <source>派出所名称</source>
        <translation>Station name</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>印在回执上，供群众查找</source>
        <translation>Printed on receipts, so that people find it</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>可带区号，如 0531-80000000</source>
        <translation>With area code, such as 0531-80000000</translation>
    </message>
    <message>
        <source>本机窗口号</source>
        <translation>Number of this counter</translation>
    </message>
    <message>
        <source>1 至 99，全所不重复</source>
        <translation>1 to 99, unique in the station</translation>
    </message>
    <message>
        <source>第一位管理员</source>
        <translation>First administrator</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>2 至 30 个字母或数字</source>
        <translation>2 to 30 letters or digits</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>至少 8 个字符，含字母、数字、符号中的两种</source>
        <translation>At least 8 characters, two kinds of: letters, digits, symbols</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>与密码相同</source>
        <translation>Same as the password</translation>
    </message>
    <message>
        <source>只在本机第一次使用时填写一次。设立后用下面的管理员登录。</source>
        <translation>Filled in once, when this machine is first used. Then sign in as the administrator below.</translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message>
        <source>本机数据库，已加密</source>
        <translation>Local, encrypted</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>身份证号 / 姓名 / 拼音 / 手机号 / 受理号，可直接扫码</source>
        <translation>ID, name, pinyin, phone, case number, scan</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>演练派出所：人员均为样例，打印件没有效力。</source>
        <translation>Practice station: all people are samples, and its papers have no effect.</translation>
    </message>
    <message>
        <source>窗口 {number}</source>
        <translation>Counter {number}</translation>
    </message>
    <message>
        <source>柜台</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>当日办件</source>
        <translation>Day&apos;s cases</translation>
    </message>
    <message>
        <source>日志导出</source>
        <translation>Log export</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>键盘一览</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>更换配色</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>放大文字</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>缩小文字</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>居住登记与居住证窗口</source>
        <translation>Residence registration and permit counter</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>设立正式派出所…</source>
        <translation>Set up a real station...</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Counter number</translation>
    </message>
    <message>
        <source>1 至 99</source>
        <translation>1 to 99</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening...</translation>
    </message>
    <message>
        <source>正在登录…</source>
        <translation>Signing in...</translation>
    </message>
    <message>
        <source>本机还没有设立派出所</source>
        <translation>No station is set up on this computer yet</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>演练人员</source>
        <translation>Practice clerks</translation>
    </message>
    <message>
        <source>这里的人员、证件和办件都是样例。选中一行即填入，回车登录。</source>
        <translation>The people, documents and cases here are samples. Choose a row to fill it in, Enter signs in.</translation>
    </message>
</context>
</TS>
