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
    <message>
        <source>还没有居住登记，没有可以凭以办事的凭证。</source>
        <translation>No residence registration yet, so there is no certificate to rely on.</translation>
    </message>
    <message>
        <source>还没有居住证。</source>
        <translation>No permit yet.</translation>
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
    <name>away</name>
    <message>
        <source>按本机副本此人不符合申领条件。副本可能不全，不予受理要等服务器恢复后再作决定；材料请先登记或退回。</source>
        <translation>By this counter&apos;s own copy the person does not qualify. The copy may not be complete: a refusal is decided when the server is back; note the materials or give them back for now.</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Residence registration</translation>
    </message>
    <message>
        <source>受理居住证申领</source>
        <translation>Application for a residence permit</translation>
    </message>
    <message>
        <source>打印单据</source>
        <translation>Printing a paper</translation>
    </message>
    <message>
        <source>单据原样存档</source>
        <translation>Keeping the paper as printed</translation>
    </message>
    <message>
        <source>送打印机</source>
        <translation>Sent to a printer</translation>
    </message>
    <message>
        <source>打印机没有接收</source>
        <translation>Not taken by the printer</translation>
    </message>
    <message>
        <source>另存单据</source>
        <translation>Saving a paper</translation>
    </message>
    <message>
        <source>确认打印结果</source>
        <translation>Printing confirmed</translation>
    </message>
    <message>
        <source>取消打印任务</source>
        <translation>Print job cancelled</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>其他业务</source>
        <translation>Other matter</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>居住地址</source>
        <translation>Residence address</translation>
    </message>
    <message>
        <source>来本地日期</source>
        <translation>Arrived on</translation>
    </message>
    <message>
        <source>在办业务</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>按离线办理的内容补办，受理号、时间、单据不变。</source>
        <translation>Applied as it was done without the server: number, time and papers stay as they are.</translation>
    </message>
    <message>
        <source>按变更住址补办：服务器上的登记到办理当日为止，改为离线登记的住址；受理号、时间、单据不变。</source>
        <translation>Applied as a change of address: the registration on the server ends on the day of the matter and the address registered without the server follows; number, time and papers stay as they are.</translation>
    </message>
    <message>
        <source>这些项目由民警处理。</source>
        <translation>Officers settle these.</translation>
    </message>
    <message>
        <source>这一项刚刚已由{who}处理，请重新打开列表。</source>
        <translation>{who} has just settled this one; please open the list again.</translation>
    </message>
    <message>
        <source>没有这一项。</source>
        <translation>There is no such item.</translation>
    </message>
    <message>
        <source>请填写说明（2至60个字），例如已通知本人交回凭证。</source>
        <translation>Please write why (2 to 60 characters), such as: holder told to return the certificate.</translation>
    </message>
    <message>
        <source>同一个人更早的一项还没有处理，请先处理那一项。</source>
        <translation>An earlier item about the same person is still open; please settle that one first.</translation>
    </message>
    <message>
        <source>内容被改动过的业务不能补办，只能作废。</source>
        <translation>What was altered cannot be applied; it can only be made void.</translation>
    </message>
    <message>
        <source>离线时打印的是{printed}，而服务器上另一窗口已打印到{there}。</source>
        <translation>Printed without the server as &quot;{printed}&quot;, but another counter has printed up to &quot;{there}&quot;.</translation>
    </message>
    <message>
        <source>同一个人在它之前的一项离线业务正等待核对，这一项排在后面。</source>
        <translation>An earlier matter about the same person waits to be looked at; this one comes after it.</translation>
    </message>
    <message>
        <source>同一个编号的离线业务收到了两次，内容不一样。请立即告诉管理员：窗口的待上传文件可能被改动过。</source>
        <translation>A matter came in twice under one id with different contents. Tell the administrator at once: what the counter sends may have been altered.</translation>
    </message>
    <message>
        <source>程序不能照原样补办这一项（{kind}）。业务内容完整保留，请管理员处理。</source>
        <translation>The program cannot apply this as it was done ({kind}). Everything about it is kept; please tell the administrator.</translation>
    </message>
    <message>
        <source>这项业务（{name}）由更新版本的程序办理，本程序不认识。请升级后再补办。</source>
        <translation>This matter ({name}) was done by a newer program, which this one does not know. Please update, then apply it.</translation>
    </message>
    <message>
        <source>离线时打印的单据{number}，与现在服务器上的情况不一致。</source>
        <translation>Paper {number}, printed without the server, does not agree with what the server has now.</translation>
    </message>
    <message>
        <source>服务器上已有同一次办理，但不是离线打印的单据{number}。</source>
        <translation>The server has this very matter already, but not with paper {number} as it was printed.</translation>
    </message>
    <message>
        <source>自{since}起连不上本所服务器，这一项要等恢复后再办。查询、居住登记、居住证受理和打印照常办理，已填内容保留。</source>
        <translation>The station&apos;s server is out of reach since {since}; this has to wait for it. Look-up, registration, applications and printing go on; what you typed is kept.</translation>
    </message>
    <message>
        <source>服务器已恢复，正在上传离线期间办理的业务，传完即可办理这一项。已填内容保留。</source>
        <translation>The server is back and what was done without it is being sent; this is possible as soon as that is done. What you typed is kept.</translation>
    </message>
    <message>
        <source>服务器上此人的{field}在离线期间已改为“{now}”，离线办理时填的是“{then}”。</source>
        <translation>On the server this person&apos;s {field} became &quot;{now}&quot; meanwhile; without the server &quot;{then}&quot; was entered.</translation>
    </message>
    <message>
        <source>连不上本所服务器，而本窗口还没有核验密钥，出具的单据无法核验。请到其他窗口办理，或等服务器恢复。</source>
        <translation>The station&apos;s server is out of reach and this counter has no sealing key yet: its papers could not be checked. Please use another counter, or wait for the server.</translation>
    </message>
    <message>
        <source>{fact}（不同）</source>
        <translation>{fact} (differs)</translation>
    </message>
    <message>
        <source>这一项由更新版本的程序办理，或者被改动过，本程序读不出来，内容完整保留。请升级程序，或请管理员处理。</source>
        <translation>This was done by a newer program, or was changed, and this program cannot read it; it is kept whole. Please have the program updated, or ask the administrator.</translation>
    </message>
    <message>
        <source>单据号{number}在服务器上已经给了别人：可能两台电脑用了同一个窗口号，或者这个窗口的副本重建过。请收回这份单据并作废这一项，再重新办理，并请管理员核对各窗口的号码。</source>
        <translation>The server has given paper number {number} to somebody else: perhaps two computers use the same counter&apos;s number, or this counter&apos;s copy was made anew. Take the paper back, void this line and do it again, and have the administrator check the counters&apos; numbers.</translation>
    </message>
    <message>
        <source>断网期间办理的暂时传不上去，都在本机保存着，会自动再传。原因：{why}</source>
        <translation>What was done while the line was down cannot be sent for now; all of it is kept on this computer and will be sent by itself. The reason: {why}</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>请填写{least}至{most}的整数。</source>
        <translation>Enter a whole number from {least} to {most}.</translation>
    </message>
    <message>
        <source>请填写0至23的整数。</source>
        <translation>Enter a whole number from 0 to 23.</translation>
    </message>
    <message>
        <source>数据库页面有误：{what}</source>
        <translation>A page of the database is wrong: {what}</translation>
    </message>
    <message>
        <source>“{table}”应有{written}行，备份里有{found}行。</source>
        <translation>&quot;{table}&quot; should have {written} rows; the backup has {found}.</translation>
    </message>
    <message>
        <source>{counter}号窗口的留痕链尾与备份时记下的不同。</source>
        <translation>The head of counter {counter}&apos;s trail is not the one written down with the backup.</translation>
    </message>
    <message>
        <source>{counter}号窗口第{sequence}条留痕与本机现在的不同。</source>
        <translation>Entry {sequence} of counter {counter}&apos;s trail is not what this computer has now.</translation>
    </message>
    <message>
        <source>留痕有误：{what}</source>
        <translation>The trail is wrong: {what}</translation>
    </message>
    <message>
        <source>备份由更新版本的程序做成，本程序不能恢复。请先升级程序。</source>
        <translation>A newer program made this backup; this one cannot restore it. Update the program first.</translation>
    </message>
    <message>
        <source>已停止。</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>备份没有做成（{reason}）。数据没有改动，请检查磁盘空间后再试。</source>
        <translation>The backup was not made ({reason}). The data is unchanged; check the disk and try again.</translation>
    </message>
    <message>
        <source>磁盘空间不足，没有做成备份。数据没有改动，请清理磁盘{path}后再试。</source>
        <translation>The disk is full, so no backup was made. The data is unchanged; free space on {path} and try again.</translation>
    </message>
    <message>
        <source>数据库有损坏（{what}），没有做备份，以免盖住完好的备份。请停止办理，从上一份备份恢复。</source>
        <translation>The database is damaged ({what}). No backup was made, so that good ones are kept. Stop work and restore the last backup.</translation>
    </message>
    <message>
        <source>这份备份是{kind}的，不能恢复到这里。</source>
        <translation>This backup belongs to a {kind} and cannot be restored here.</translation>
    </message>
    <message>
        <source>演练派出所</source>
        <translation>practice station</translation>
    </message>
    <message>
        <source>正式派出所</source>
        <translation>real station</translation>
    </message>
    <message>
        <source>备份里的数据有误（{what}），没有恢复，本机数据没有改动。请换一份备份。</source>
        <translation>The data in the backup is wrong ({what}). Nothing was restored or changed here; use another backup.</translation>
    </message>
    <message>
        <source>这份备份只能在做备份的那台电脑上打开：当时没有设置口令和恢复密钥。</source>
        <translation>This backup opens only on the computer that made it: no secret or recovery key was set then.</translation>
    </message>
    <message>
        <source>没有文件夹{path}。请先建好文件夹，或插好U盘。</source>
        <translation>There is no folder {path}. Make it first, or plug the stick in.</translation>
    </message>
    <message>
        <source>正在备份，请稍候。</source>
        <translation>A backup is being made; please wait.</translation>
    </message>
    <message>
        <source>备份与密钥</source>
        <translation>Backups and keys</translation>
    </message>
    <message>
        <source>正在备份，照常办理不受影响。</source>
        <translation>Backing up; work goes on as usual.</translation>
    </message>
    <message>
        <source>正在演练：恢复到临时数据库，核对后删除。</source>
        <translation>Drill: restoring into a scratch database, which is checked and removed.</translation>
    </message>
    <message>
        <source>正在准备恢复，现有数据不受影响。</source>
        <translation>Preparing to restore; the present data is not touched.</translation>
    </message>
    <message>
        <source>开机口令已设置。</source>
        <translation>The start secret is set.</translation>
    </message>
    <message>
        <source>今后启动程序不再询问口令。</source>
        <translation>The program will start without asking for the secret.</translation>
    </message>
    <message>
        <source>今后启动程序先询问口令。</source>
        <translation>The program will ask for the secret when it starts.</translation>
    </message>
    <message>
        <source>{words} {part}%</source>
        <translation>{words} {part}%</translation>
    </message>
    <message>
        <source>备份已做好并核对：{name}。</source>
        <translation>Backup made and checked: {name}.</translation>
    </message>
    <message>
        <source>已准备好。退出并重新启动程序后，数据恢复到这份备份。</source>
        <translation>Ready. Close and start the program again, and the data is restored to this backup.</translation>
    </message>
    <message>
        <source>不恢复了，数据照旧。</source>
        <translation>Not restoring; the data stays as it is.</translation>
    </message>
    <message>
        <source>备份安排已保存。</source>
        <translation>The backup plan is saved.</translation>
    </message>
    <message>
        <source>恢复密钥已送打印（{job}）。</source>
        <translation>The recovery key was sent to the printer ({job}).</translation>
    </message>
    <message>
        <source>如U盘或网络文件夹，完整路径；留空只存本机</source>
        <translation>A stick or network folder, full path; empty for this computer only</translation>
    </message>
    <message>
        <source>另存到</source>
        <translation>Also save to</translation>
    </message>
    <message>
        <source>每天几时后备份</source>
        <translation>Back up each day after</translation>
    </message>
    <message>
        <source>0至23时</source>
        <translation>Hour, 0 to 23</translation>
    </message>
    <message>
        <source>保留几天的</source>
        <translation>Days kept</translation>
    </message>
    <message>
        <source>每天一份，1至90</source>
        <translation>One a day, 1 to 90</translation>
    </message>
    <message>
        <source>保留几周的</source>
        <translation>Weeks kept</translation>
    </message>
    <message>
        <source>每周一份，0至104</source>
        <translation>One a week, 0 to 104</translation>
    </message>
    <message>
        <source>日结之后或到了钟点，程序自己备份，不影响办理；没赶上的，下次启动后补做。</source>
        <translation>The program backs up by itself once the day is closed or the hour has come, without getting in the way; one that was missed is made after the next start.</translation>
    </message>
    <message>
        <source>备份安排</source>
        <translation>Backup plan</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>至少12个字符，可用几个词组成的一句话</source>
        <translation>At least 12 characters; a phrase of a few words is good</translation>
    </message>
    <message>
        <source>新的开机口令</source>
        <translation>New start secret</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>与上面相同</source>
        <translation>Same as above</translation>
    </message>
    <message>
        <source>设置后，原来的口令马上失效。口令不存于任何地方，忘记了只能用恢复密钥。</source>
        <translation>The old secret stops working at once. The secret is stored nowhere; if it is forgotten only the recovery key helps.</translation>
    </message>
    <message>
        <source>设置开机口令</source>
        <translation>Set start secret</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>全部密钥换成新的：原来的恢复密钥和密钥盘马上失效，另给一份新的恢复密钥；数据库在空闲时重新加密，照常办理不受影响。</source>
        <translation>Every key is replaced: the old recovery key and tokens stop working at once and a new recovery key is given. The database is encrypted anew at an idle moment; work goes on as usual.</translation>
    </message>
    <message>
        <source>更换全部密钥</source>
        <translation>Change all keys</translation>
    </message>
    <message>
        <source>更换</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>现用的开机口令</source>
        <translation>Present start secret</translation>
    </message>
    <message>
        <source>当时的开机口令</source>
        <translation>Start secret of that time</translation>
    </message>
    <message>
        <source>或当时的恢复密钥</source>
        <translation>Or recovery key of that time</translation>
    </message>
    <message>
        <source>这份备份是在别的电脑上，或在更换密钥之前做的。请输入当时的口令或恢复密钥。</source>
        <translation>This backup was made on another computer or under other keys. Enter the secret or recovery key of that time.</translation>
    </message>
    <message>
        <source>打开备份</source>
        <translation>Open backup</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>只显示这一次。请打印或抄写一份，封存在保险柜里，不要放在这台电脑旁边。忘记口令、换电脑恢复备份时要用；以前的恢复密钥从现在起作废。</source>
        <translation>Shown only this once. Print or copy it and seal it in the safe, not beside this computer. It is needed when the secret is forgotten or a backup is restored on another computer. Earlier recovery keys no longer work.</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>已妥善保存</source>
        <translation>Kept safely</translation>
    </message>
    <message>
        <source>{size}KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size}MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>另存处</source>
        <translation>Second place</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Permits</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>空白证</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Trail entries</translation>
    </message>
    <message>
        <source>读回{tables}张表共{total}行，留痕{entries}条{chains}条链，用时{seconds}秒。</source>
        <translation>Read back {total} rows in {tables} tables and {entries} trail entries in {chains} chains, in {seconds} s.</translation>
    </message>
    <message>
        <source>{what}{found}（现在{now}）</source>
        <translation>{what} {found} (now {now})</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>生成恢复密钥</source>
        <translation>Make recovery key</translation>
    </message>
    <message>
        <source>免口令启动</source>
        <translation>Starts without a secret</translation>
    </message>
    <message>
        <source>密钥</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>正在读取。</source>
        <translation>Reading.</translation>
    </message>
    <message>
        <source>已设</source>
        <translation>set</translation>
    </message>
    <message>
        <source>未设</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>开机口令：{state}</source>
        <translation>Start secret: {state}</translation>
    </message>
    <message>
        <source>恢复密钥：{state}</source>
        <translation>Recovery key: {state}</translation>
    </message>
    <message>
        <source>启动须输口令</source>
        <translation>Asks at start</translation>
    </message>
    <message>
        <source>改为须输口令</source>
        <translation>Ask at start</translation>
    </message>
    <message>
        <source>改为免口令启动</source>
        <translation>Start unasked</translation>
    </message>
    <message>
        <source>本机数据库和备份都已加密，现用密钥{key}。</source>
        <translation>The database and its backups are encrypted; key in use: {key}. </translation>
    </message>
    <message>
        <source>密钥盘也能打开：{names}。</source>
        <translation>Tokens that open it too: {names}. </translation>
    </message>
    <message>
        <source>正在等空闲时用新密钥重新加密，照常办理不受影响。</source>
        <translation>It will be encrypted under the new key at an idle moment; work goes on as usual.</translation>
    </message>
    <message>
        <source>恢复密钥只显示一次，请先备好打印机或纸笔。以前的恢复密钥马上作废。</source>
        <translation>The recovery key is shown once: have a printer or pen ready. The earlier one stops working at once.</translation>
    </message>
    <message>
        <source>生成</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>启动时不再询问口令。硬盘或整机被盗时，得到的人也能打开数据。</source>
        <translation>The secret is not asked for at start. Whoever steals the disk or the computer can open the data too.</translation>
    </message>
    <message>
        <source>今后每次启动程序，先输开机口令，再登录。请确认口令和恢复密钥都已妥善保存。</source>
        <translation>Each start asks for the secret before anybody signs in. Make sure that secret and recovery key are kept safely.</translation>
    </message>
    <message>
        <source>全部密钥换成新的，并给出新的恢复密钥；数据库在空闲时重新加密，不影响办理。</source>
        <translation>Every key is replaced and a new recovery key is given; the database is encrypted anew at an idle moment, without getting in the way.</translation>
    </message>
    <message>
        <source>请设置开机口令：现在拿到这台电脑硬盘的人，就能读出数据。</source>
        <translation>Set a start secret: as it is, whoever has this computer&apos;s disk can read the data.</translation>
    </message>
    <message>
        <source>请生成恢复密钥并封存：忘记口令时没有它，数据就再也打不开。</source>
        <translation>Make a recovery key and seal it: without it a forgotten secret means the data is lost.</translation>
    </message>
    <message>
        <source>口令和恢复密钥都已设好，可以改为启动时须输口令：硬盘被盗也读不出数据。</source>
        <translation>Secret and recovery key are set. You may now have the secret asked for at start, so that a stolen disk tells nothing.</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>恢复演练</source>
        <translation>Restore drill</translation>
    </message>
    <message>
        <source>恢复选中的备份</source>
        <translation>Restore this backup</translation>
    </message>
    <message>
        <source>从文件恢复</source>
        <translation>Restore from file</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>取消恢复</source>
        <translation>Do not restore</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>备份时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>存放</source>
        <translation>Kept at</translation>
    </message>
    <message>
        <source>本机可开</source>
        <translation>Opens here</translation>
    </message>
    <message>
        <source>须输口令</source>
        <translation>Needs secret</translation>
    </message>
    <message>
        <source>备份，新的在前</source>
        <translation>Backups, newest first</translation>
    </message>
    <message>
        <source>还没有备份，按F6做第一份。</source>
        <translation>No backup yet; press F6 to make the first.</translation>
    </message>
    <message>
        <source>正在办理，请稍候。</source>
        <translation>Under way; please wait.</translation>
    </message>
    <message>
        <source>先在列表中选一份备份。</source>
        <translation>Choose a backup in the list first.</translation>
    </message>
    <message>
        <source>没有正在办理的事项。</source>
        <translation>Nothing is under way.</translation>
    </message>
    <message>
        <source>没有待恢复的备份。</source>
        <translation>No backup is waiting to be restored.</translation>
    </message>
    <message>
        <source>{name} 恢复演练</source>
        <translation>Restore drill of {name}</translation>
    </message>
    <message>
        <source>{head}通过：可以恢复。</source>
        <translation>{head} passed: it can be restored.</translation>
    </message>
    <message>
        <source>{head}没有通过，请换一份：</source>
        <translation>{head} failed; use another one:</translation>
    </message>
    <message>
        <source>备份做于{made_at}（{station}），有{people}人、{cases}件办件。恢复后，此后办理的内容不在数据库里了；现在的数据库另存于数据文件夹，不删除。退出并重新启动程序时生效，在此之前可以取消。</source>
        <translation>Made at {made_at} ({station}), with {people} people and {cases} cases. What was done since then will not be in the database; the present one is kept in the data folder, not deleted. It takes effect when the program is closed and started again, and can be taken back until then.</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>恢复到这份备份</source>
        <translation>Restore this backup</translation>
    </message>
    <message>
        <source>日结之后或每天{hour}时后自动备份，保留{daily}天和{weekly}周的。存于{folder}</source>
        <translation>Made by itself once the day is closed, or each day after {hour}:00; those of {daily} days and {weekly} weeks are kept. In {folder}</translation>
    </message>
    <message>
        <source>，另存于{folder}</source>
        <translation>, and in {folder}</translation>
    </message>
    <message>
        <source>；建议再设一个另存处，以防这台电脑的硬盘损坏</source>
        <translation>; set a second place as well, in case this computer&apos;s disk fails</translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>上次备份：不到1小时前</source>
        <translation>Last backup: less than an hour ago</translation>
    </message>
    <message>
        <source>上次备份：{count}小时前</source>
        <translation>Last backup: {count} h ago</translation>
    </message>
    <message>
        <source>上次备份：{count}天前</source>
        <translation>Last backup: {count} days ago</translation>
    </message>
    <message>
        <source>先做一次恢复演练。</source>
        <translation>Run a restore drill first.</translation>
    </message>
    <message>
        <source>打印检验记录</source>
        <translation>Print record</translation>
    </message>
    <message>
        <source>找不到PostgreSQL的{name}，没有做成。请在这台电脑上安装PostgreSQL {major}的客户端程序，或改在服务器上备份。</source>
        <translation>PostgreSQL&apos;s {name} was not found; nothing was made. Install the client programs of PostgreSQL {major} on this computer, or back up on the server.</translation>
    </message>
    <message>
        <source>这台电脑上的{name}是{found}版，服务器是{major}版：旧版读不全新版的数据，没有做成。请安装{major}版的客户端程序。</source>
        <translation>{name} on this computer is version {found}, the server is {major}: an older one cannot read all of it, so nothing was made. Install the client programs of version {major}.</translation>
    </message>
    <message>
        <source>服务器{seconds}秒没有回答，没有做成。请等服务器恢复后再做。</source>
        <translation>The server has said nothing for {seconds} s; nothing was made. Try again when it is back.</translation>
    </message>
    <message>
        <source>与服务器的连接中断，没有做成。原有备份没有改动，请等服务器恢复后再做。</source>
        <translation>The connection to the server broke; nothing was made. Earlier backups are as they were. Try again when it is back.</translation>
    </message>
    <message>
        <source>备份用户在服务器上的权限不够（{reason}），没有做成。请管理员在服务器上重新运行授权脚本。</source>
        <translation>The backup user may not do this on the server ({reason}); nothing was made. Have the administrator run the script of roles again.</translation>
    </message>
    <message>
        <source>{name}没有完成（{reason}）。原有备份没有改动。</source>
        <translation>{name} did not finish ({reason}). Earlier backups are as they were.</translation>
    </message>
    <message>
        <source>连不上本所服务器（{reason}），没有做成。请等服务器恢复后再做。</source>
        <translation>The station&apos;s server cannot be reached ({reason}); nothing was made. Try again when it is back.</translation>
    </message>
    <message>
        <source>本所的备份正在另一台电脑上做，这里不用再做。</source>
        <translation>The station is being backed up on another computer; there is no need to do it here.</translation>
    </message>
    <message>
        <source>服务器的备份不在窗口上恢复：请在服务器上运行 python -m desktop.station_backup restore。</source>
        <translation>A backup of the server is not restored at a counter: run python -m desktop.station_backup restore on the server.</translation>
    </message>
    <message>
        <source>做这份备份之后，有{orders}份清除单清除了{parts}项个人信息，备份里还有：恢复时要再清除一次。</source>
        <translation>After this backup {orders} orders deleted personal data of {parts} subjects, which the backup still has: it must be deleted again when it is restored.</translation>
    </message>
    <message>
        <source>本窗口没有备份用户（{user}）的密码，读不到那里存的密码。请在“备份安排”里重新填写。</source>
        <translation>The password of the backup user ({user}) kept here cannot be read. Type it again under &quot;Backup plan&quot;.</translation>
    </message>
    <message>
        <source>这份备份只能用本所当时的密钥打开，而当时没有恢复密钥。请到做备份时在用的窗口上演练。</source>
        <translation>This backup opens with the station&apos;s key of that time only, and there was no recovery key. Try it at a counter that was in use then.</translation>
    </message>
    <message>
        <source>这份备份存在“{host}”上，请到那台电脑做恢复演练，或先把文件复制过来。</source>
        <translation>This backup lies on &quot;{host}&quot;. Hold the drill there, or copy the file here first.</translation>
    </message>
    <message>
        <source>{host}上一次备份没有做成：{reason}</source>
        <translation>The last backup on {host} failed: {reason}</translation>
    </message>
    <message>
        <source>不能在服务器上建立演练用的数据库（{reason}）。请管理员重新运行授权脚本，并检查磁盘。</source>
        <translation>The drill&apos;s database cannot be made on the server ({reason}). Have the administrator run the script of roles again and look at the disk.</translation>
    </message>
    <message>
        <source>{counter}号窗口第{sequence}条留痕与服务器上现在的不同。</source>
        <translation>Entry {sequence} of counter {counter}&apos;s trail differs from the one on the server now.</translation>
    </message>
    <message>
        <source>本所还没有密钥，不能封存备份。请先在任一窗口打开“备份与密钥”页，再做备份。</source>
        <translation>The station has no key yet to seal a backup with. Open the page &quot;Backups and keys&quot; at any counter first.</translation>
    </message>
    <message>
        <source>服务器上的数据库里还没有派出所，没有可以备份的内容。</source>
        <translation>There is no station in the server&apos;s database yet, so nothing to back up.</translation>
    </message>
    <message>
        <source>备份读回核对时少了表“{table}”，没有留用。请再做一次。</source>
        <translation>Read back, the backup lacked the table &quot;{table}&quot;; it was not kept. Make another one.</translation>
    </message>
    <message>
        <source>不能使用备份文件夹{path}（{reason}）。请检查后再做。</source>
        <translation>The backup folder {path} cannot be used ({reason}). Check it and try again.</translation>
    </message>
    <message>
        <source>数据库{name}已经存在，不会覆盖。请另取一个名称。</source>
        <translation>There is a database {name} already; it is not overwritten. Choose another name.</translation>
    </message>
    <message>
        <source>恢复出来的数据与备份时记下的不符（{what}），新数据库已删除。请换一份备份。</source>
        <translation>What was restored is not what was written down with the backup ({what}); the new database was removed. Take another backup.</translation>
    </message>
    <message>
        <source>恢复没有完成（{reason}），新数据库已删除，原数据库没有改动。</source>
        <translation>Restoring did not finish ({reason}). The new database was removed; the one in use is as it was.</translation>
    </message>
    <message>
        <source>增加密钥盘</source>
        <translation>Add a token</translation>
    </message>
    <message>
        <source>停用密钥盘</source>
        <translation>End a token</translation>
    </message>
    <message>
        <source>输入恢复密钥</source>
        <translation>Type the recovery key</translation>
    </message>
    <message>
        <source>本所密钥</source>
        <translation>The station&apos;s key</translation>
    </message>
    <message>
        <source>本窗口持有密钥</source>
        <translation>This counter has the key</translation>
    </message>
    <message>
        <source>本窗口没有密钥</source>
        <translation>This counter has no key</translation>
    </message>
    <message>
        <source>各窗口共用，封存服务器的备份和手机动态码；窗口凭服务器密码自动取得。现用密钥{key}。</source>
        <translation>Shared by all counters; it seals the server&apos;s backups and the telephones&apos; codes. A counter gets it by the server&apos;s password. The present key is {key}.</translation>
    </message>
    <message>
        <source>本所密钥换成新的，并给出新的恢复密钥；以前封存的仍读得出，原恢复密钥马上作废。</source>
        <translation>The station&apos;s key is replaced, and there is a new recovery key; what was sealed before is still read. The old recovery key ends at once.</translation>
    </message>
    <message>
        <source>服务器的密码改过，本窗口还没有本所密钥：请输入恢复密钥，或先在用过新密码的窗口登录一次。</source>
        <translation>The server&apos;s password was changed and this counter has not the station&apos;s key: type the recovery key, or sign in once at a counter that used the new password.</translation>
    </message>
    <message>
        <source>请生成恢复密钥并封存：窗口都坏了时没有它，服务器的备份就再也打不开。</source>
        <translation>Make a recovery key and put it in the safe: without it, should every counter be lost, the server&apos;s backups never open again.</translation>
    </message>
    <message>
        <source>待办：请设置开机口令并生成恢复密钥。在此之前这台电脑不问口令就打开数据，拿到硬盘的人也能读出。</source>
        <translation>To do: set a start secret and make a recovery key. Until then this computer opens its data unasked, and whoever has its disk can read it.</translation>
    </message>
    <message>
        <source>密钥盘已登记，也能打开数据了。</source>
        <translation>The token is registered and opens the data too.</translation>
    </message>
    <message>
        <source>密钥盘已停用。</source>
        <translation>The token was ended.</translation>
    </message>
    <message>
        <source>本窗口已取得本所密钥。</source>
        <translation>This counter has the station&apos;s key now.</translation>
    </message>
    <message>
        <source>备份用户的密码</source>
        <translation>Backup user&apos;s password</translation>
    </message>
    <message>
        <source>不填则不改</source>
        <translation>Left empty, it stays</translation>
    </message>
    <message>
        <source>几个窗口都负责时，由先到的一个做，不会重做。以服务器上的用户counter_backup读取，存前加密。</source>
        <translation>Where several counters have the duty, whichever comes first does it, once. It is read as the server&apos;s user counter_backup and sealed before it is stored.</translation>
    </message>
    <message>
        <source>试连并保存</source>
        <translation>Try and save</translation>
    </message>
    <message>
        <source>本窗口负责备份本所服务器</source>
        <translation>Backed up by this counter</translation>
    </message>
    <message>
        <source>放在哪个U盘</source>
        <translation>On which drive</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>数据密钥盘</source>
        <translation>Data token</translation>
    </message>
    <message>
        <source>设PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>6位以上，不用连号</source>
        <translation>At least 6 digits, no runs</translation>
    </message>
    <message>
        <source>再输一次PIN</source>
        <translation>PIN again</translation>
    </message>
    <message>
        <source>密钥存在U盘的一个文件里，启动程序时插上并输入PIN，就能打开数据。请与这台电脑分开保管。</source>
        <translation>The key is a file on the drive: plugged in at the start, with its PIN, it opens the data. Keep it apart from this computer.</translation>
    </message>
    <message>
        <source>没有看到U盘。请插好后关闭本窗，再选一次。</source>
        <translation>No drive is plugged in. Plug one in, close this sheet and try again.</translation>
    </message>
    <message>
        <source>生成并登记</source>
        <translation>Make and register</translation>
    </message>
    <message>
        <source>停用哪个密钥盘</source>
        <translation>Which token</translation>
    </message>
    <message>
        <source>停用后它打不开现在的数据。遗失的密钥盘，请停用后再“更换全部密钥”，以前的备份才不怕它。</source>
        <translation>It opens the present data no longer. If it was lost, change all keys afterwards, so that it opens no later backup either.</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>End it</translation>
    </message>
    <message>
        <source>7 组，每组 5 个字母或数字，印在恢复密钥纸上</source>
        <translation>7 groups of 5 letters or digits, on the recovery key&apos;s sheet</translation>
    </message>
    <message>
        <source>输入后本窗口持有本所密钥，以后不再询问。</source>
        <translation>This counter has the station&apos;s key then and does not ask again.</translation>
    </message>
    <message>
        <source>取得本所密钥</source>
        <translation>Get the station&apos;s key</translation>
    </message>
    <message>
        <source>取得</source>
        <translation>Get it</translation>
    </message>
    <message>
        <source>本所服务器的备份</source>
        <translation>Backups of the station&apos;s server</translation>
    </message>
    <message>
        <source>这份备份存在“{host}”上，请到那台电脑演练。</source>
        <translation>This backup lies on &quot;{host}&quot;: hold the drill there.</translation>
    </message>
    <message>
        <source>在{host}</source>
        <translation>On {host}</translation>
    </message>
    <message>
        <source>待办：本所还没有恢复密钥，窗口都坏了时这些备份打不开。请安全管理员在本页生成并封存。</source>
        <translation>To do: the station has no recovery key; should every counter be lost, these backups do not open. Have the security administrator make it on this page.</translation>
    </message>
    <message>
        <source>本窗口负责：日结之后或每天{hour}时后自动备份，保留{daily}天和{weekly}周的。存于{folder}</source>
        <translation>This counter has the duty: a backup after the day is closed, or after {hour}:00, kept for {daily} days and {weekly} weeks. In {folder}</translation>
    </message>
    <message>
        <source>本窗口不负责备份；由别的窗口或服务器上的定时任务做。要由本窗口做，请按F8。</source>
        <translation>This counter does not back up; another one or the server&apos;s timer does. To have it do so, press F8.</translation>
    </message>
    <message>
        <source>还没有做过恢复演练。</source>
        <translation>No restore drill was held yet.</translation>
    </message>
    <message>
        <source>上次恢复演练在{days}天前，通过。</source>
        <translation>The last restore drill was {days} days ago and passed.</translation>
    </message>
    <message>
        <source>上次恢复演练在{days}天前，没有通过。</source>
        <translation>The last restore drill was {days} days ago and did not pass.</translation>
    </message>
    <message>
        <source>待办：还没有恢复密钥，这台电脑坏了，这些备份可能打不开，而拿到这台电脑的人不问口令就能打开数据。请安全管理员在本页生成并封存。</source>
        <translation>To do: there is no recovery key yet. Should this computer break, these backups may never open, while whoever has it opens the data unasked. Have the security administrator make it on this page.</translation>
    </message>
    <message>
        <source>不能用“{name}”作数据库名称：要有1至63个字节。请另取一个名称。</source>
        <translation>&quot;{name}&quot; cannot be the name of a database: it must have 1 to 63 bytes. Please take another name.</translation>
    </message>
    <message>
        <source>新数据库没有建成（{reason}），原数据库没有改动。</source>
        <translation>The new database was not made ({reason}); the one in use is unchanged.</translation>
    </message>
    <message>
        <source>数据库{database}里没有做过备份文件{name}的记录，可能被换过，没有恢复。确知它从哪里来的，加上 --unrecorded 再做。</source>
        <translation>Database {database} has no record that backup {name} was made; it may be another one and was not restored. If you know where it comes from, run this again with --unrecorded.</translation>
    </message>
    <message>
        <source>{name}与做备份时登记的不是同一份，可能被换过，没有用它演练。请换一份备份，并查明它从哪里来。</source>
        <translation>{name} is not the file that was written down when the backup was made; it may have been exchanged and was not tried. Please take another backup, and find out where this one comes from.</translation>
    </message>
    <message>
        <source>服务器上用来封存备份的公钥与本所的密钥不符，可能被改动过：用它做的备份谁也打不开。请安全管理员立即更换全部密钥，再做一份备份。</source>
        <translation>The public key on the server that backups are sealed to is not the station&apos;s; somebody may have changed it: nobody can open a backup made with it. Please have the security administrator change all keys at once, and make a backup.</translation>
    </message>
    <message>
        <source>上次恢复演练：不到1天前，通过。</source>
        <translation>The last restore drill was less than a day ago and passed.</translation>
    </message>
    <message>
        <source>上次恢复演练：不到1天前，没有通过。</source>
        <translation>The last restore drill was less than a day ago and did not pass.</translation>
    </message>
    <message>
        <source>这台电脑用的是本所服务器，请在服务器上运行 python -m desktop.station_backup restore。</source>
        <translation>This computer uses the station&apos;s server; run python -m desktop.station_backup restore there.</translation>
    </message>
</context>
<context>
    <name>blanks</name>
    <message>
        <source>在库</source>
        <translation>in stock</translation>
    </message>
    <message>
        <source>在窗口</source>
        <translation>at a counter</translation>
    </message>
    <message>
        <source>已预留</source>
        <translation>reserved</translation>
    </message>
    <message>
        <source>已使用</source>
        <translation>used</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>written off</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>“{text}”不是空白证号码：应为字母或“-”加数字，如 JN00001001。</source>
        <translation>&quot;{text}&quot; is no blank&apos;s number: it is letters or &quot;-&quot; and then digits, such as JN00001001.</translation>
    </message>
    <message>
        <source>起号{first}和止号{last}的样式不同：字母部分和数字位数应当一样。</source>
        <translation>The first number {first} and the last {last} are unlike: both have the same letters and as many digits.</translation>
    </message>
    <message>
        <source>起号{first}大于止号{last}，是不是填反了？</source>
        <translation>The first number {first} is greater than the last, {last}. Were they swapped?</translation>
    </message>
    <message>
        <source>{first}—{last}共{count}张，一次最多{most}张，请核对号码或分批办理。</source>
        <translation>{first}–{last} are {count} blanks, and at most {most} go at once. Check the numbers, or do it in parts.</translation>
    </message>
    <message>
        <source>没有{serial}的入库记录，请核对号码。</source>
        <translation>No blank {serial} ever came in. Check the number.</translation>
    </message>
    <message>
        <source>{wanted}与已入库的{there}重号（{count}张），没有入库。请核对号码。</source>
        <translation>{count} numbers of {wanted} came in before with {there}. Nothing was received. Check the numbers.</translation>
    </message>
    <message>
        <source>{wanted}中有{count}张没有入库记录（{serials}），没有办理。请核对号码。</source>
        <translation>{count} of {wanted} never came in ({serials}). Nothing was done. Check the numbers.</translation>
    </message>
    <message>
        <source>{wanted}中有{count}张不能办理，例如{serial}{where}。没有办理，请分段办理。</source>
        <translation>It is not possible for {count} of {wanted}: {serial}, for one, {where}. Nothing was done; do it in parts.</translation>
    </message>
    <message>
        <source>窗口号应为1至99。</source>
        <translation>A counter&apos;s number is 1 to 99.</translation>
    </message>
    <message>
        <source>请填写作废的原因。</source>
        <translation>Give the reason for writing it off.</translation>
    </message>
    <message>
        <source>{serial}{where}，请在制证页办理作废或退回。</source>
        <translation>{serial} {where}: write it off or give it back on the page where permits are made.</translation>
    </message>
    <message>
        <source>{serial}{where}，不能作废。</source>
        <translation>{serial} {where} and cannot be written off.</translation>
    </message>
    <message>
        <source>现在是“{state}”</source>
        <translation>is now &quot;{state}&quot;</translation>
    </message>
    <message>
        <source>在{counter}号窗口，现在是“{state}”</source>
        <translation>is at counter {counter}, now &quot;{state}&quot;</translation>
    </message>
    <message>
        <source>{day}还没有到，不能出具结存表。</source>
        <translation>{day} is yet to come: there is no balance of it.</translation>
    </message>
    <message>
        <source>入库{received}张＝在库{stock}张＋在窗口{counter}张＋已预留{reserved}张＋已用{used}张＋作废{spoiled}张＋退回{returned}张。</source>
        <translation>{received} received = {stock} in stock + {counter} at counters + {reserved} reserved + {used} used + {spoiled} written off + {returned} returned.</translation>
    </message>
    <message>
        <source>入库{received}张，各处合计{found}张，请逐号核对。</source>
        <translation>{received} received, {found} found in all places: check them number by number.</translation>
    </message>
    <message>
        <source>第{number}批</source>
        <translation>Batch {number}</translation>
    </message>
    <message>
        <source>第{number}批（{note}）</source>
        <translation>Batch {number} ({note})</translation>
    </message>
    <message>
        <source>{state}（{counter}号窗口）</source>
        <translation>{state} (counter {counter})</translation>
    </message>
    <message>
        <source>空白证的入库、发放、收回、退回和作废由民警或系统管理员办理，当前登录的人员只能查看。</source>
        <translation>Only officers and system administrators receive, issue, take back, return and write off blanks. You can only look.</translation>
    </message>
    <message>
        <source>请选择办理事项。</source>
        <translation>Please choose what is done.</translation>
    </message>
</context>
<context>
    <name>blanks_page</name>
    <message>
        <source>证件空白</source>
        <translation>Blank cards</translation>
    </message>
    <message>
        <source>已入库{count}张：{serials}</source>
        <translation>Received {count}: {serials}</translation>
    </message>
    <message>
        <source>已发给窗口{count}张：{serials}</source>
        <translation>Moved {count} to the counter: {serials}</translation>
    </message>
    <message>
        <source>已收回入库{count}张：{serials}</source>
        <translation>Took {count} back into stock: {serials}</translation>
    </message>
    <message>
        <source>已退回{count}张：{serials}</source>
        <translation>Returned {count}: {serials}</translation>
    </message>
    <message>
        <source>已作废{count}张：{serials}</source>
        <translation>Wrote off {count}: {serials}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{state}&#x3000;{counter}号窗口</source>
        <translation>{state}, counter {counter}</translation>
    </message>
    <message>
        <source>起号</source>
        <translation>First number</translation>
    </message>
    <message>
        <source>止号</source>
        <translation>Last number</translation>
    </message>
    <message>
        <source>入库日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>在库</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>在窗口</source>
        <translation>At counters</translation>
    </message>
    <message>
        <source>已预留</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>已用</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Written off</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>存放或去向</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>张数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>变为</source>
        <translation>Became</translation>
    </message>
    <message>
        <source>业务编号</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>查空白号</source>
        <translation>Find number</translation>
    </message>
    <message>
        <source>发给窗口</source>
        <translation>Move to a counter</translation>
    </message>
    <message>
        <source>从窗口收回</source>
        <translation>Take back from a counter</translation>
    </message>
    <message>
        <source>退回发放单位</source>
        <translation>Return to the issuer</translation>
    </message>
    <message>
        <source>作废一张</source>
        <translation>Write one off</translation>
    </message>
    <message>
        <source>字母部分和数字，如 JN00001001</source>
        <translation>Letters and digits, such as JN00001001</translation>
    </message>
    <message>
        <source>只有一张时不填</source>
        <translation>Leave empty for a single blank</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>结存</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>各批次结存</source>
        <translation>Balance of each batch</translation>
    </message>
    <message>
        <source>这一天还没有证件空白入库</source>
        <translation>No blanks had come in by this day</translation>
    </message>
    <message>
        <source>号码明细</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>没有号码</source>
        <translation>No numbers</translation>
    </message>
    <message>
        <source>查一张</source>
        <translation>One blank</translation>
    </message>
    <message>
        <source>输入或扫描空白号，按回车</source>
        <translation>Type or scan a number, then press Enter</translation>
    </message>
    <message>
        <source>空白号</source>
        <translation>Blank number</translation>
    </message>
    <message>
        <source>空白的经过</source>
        <translation>What happened to the blank</translation>
    </message>
    <message>
        <source>查到的空白从入库到现在的经过列在这里</source>
        <translation>What happened to the blank since it came in is listed here</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Being recorded.</translation>
    </message>
    <message>
        <source>{first}—{last} 的号码明细</source>
        <translation>Numbers of {first}–{last}</translation>
    </message>
    <message>
        <source>{counter}号窗口有{count}张</source>
        <translation>Counter {counter} has {count}</translation>
    </message>
    <message>
        <source>入库{received} ＝ 在库{stock} ＋ 在窗口{counter} ＋ 已预留{reserved} ＋ 已用{used} ＋ 作废{spoiled} ＋ 退回{returned}</source>
        <translation>{received} received = {stock} in stock + {counter} at counters + {reserved} reserved + {used} used + {spoiled} written off + {returned} returned</translation>
    </message>
    <message>
        <source>账目相符</source>
        <translation>Balanced</translation>
    </message>
    <message>
        <source>账目不符</source>
        <translation>Not balanced</translation>
    </message>
    <message>
        <source>作废原因 *</source>
        <translation>Reason *</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>作废 {first}。作废的空白不能再用，也不能恢复。</source>
        <translation>Write off {first}. A blank written off can neither be used nor restored.</translation>
    </message>
    <message>
        <source>退回 {first}—{last}。退回的空白不会再入库。</source>
        <translation>Return {first}–{last}. Blanks returned never come in again.</translation>
    </message>
    <message>
        <source>确认办理</source>
        <translation>Please confirm</translation>
    </message>
    <message>
        <source>结存表</source>
        <translation>Balance sheet</translation>
    </message>
    <message>
        <source>办理事项</source>
        <translation>What is done</translation>
    </message>
    <message>
        <source>日期（当日结束时）</source>
        <translation>Day (at its end)</translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>休</source>
        <translation>H</translation>
    </message>
    <message>
        <source>班</source>
        <translation>W</translation>
    </message>
    <message>
        <source>估</source>
        <translation>E</translation>
    </message>
    <message>
        <source>请选择放假或上班。</source>
        <translation>Choose day off or working day.</translation>
    </message>
    <message>
        <source>请填写日期，如 20260131。</source>
        <translation>Enter a date, such as 20260131.</translation>
    </message>
    <message>
        <source>请填写天数，如 10。</source>
        <translation>Enter a number of days, such as 10.</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>{day} 已保存，各窗口重新登录或解锁后生效。</source>
        <translation>{day} saved; the other counters take it up when they next sign in or unlock.</translation>
    </message>
    <message>
        <source>{day} 已恢复为随程序提供的内容。</source>
        <translation>{day} is again what the table shipped with the program says.</translation>
    </message>
    <message>
        <source>放假安排已导入，改了 {count} 天。</source>
        <translation>Holiday notice imported; days changed: {count}.</translation>
    </message>
    <message>
        <source>导入 {name}</source>
        <translation>Import {name}</translation>
    </message>
    <message>
        <source>有 {count} 处读不出来，没有导入。请在文件中改正后再选一次。</source>
        <translation>Lines that cannot be read: {count}. Nothing was imported. Correct the file and choose it again.</translation>
    </message>
    <message>
        <source>读不出来的地方</source>
        <translation>What cannot be read</translation>
    </message>
    <message>
        <source>文件写明 {days} 天，其中 {count} 天与现在不同。</source>
        <translation>The file states {days} days; {count} of them differ from now.</translation>
    </message>
    <message>
        <source>请看一眼</source>
        <translation>Worth a look</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Change to</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>要改的日子</source>
        <translation>Days to change</translation>
    </message>
    <message>
        <source>保存这一天</source>
        <translation>Save this day</translation>
    </message>
    <message>
        <source>撤销本所修改</source>
        <translation>Undo our change</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>导入放假安排</source>
        <translation>Import notice</translation>
    </message>
    <message>
        <source>上一年</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>下一年</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>算期限</source>
        <translation>End of a term</translation>
    </message>
    <message>
        <source>暂估：当年的放假安排还没有公布或导入</source>
        <translation>Estimated: that year&apos;s holiday notice is not published or imported yet</translation>
    </message>
    <message>
        <source>自某日起（当日不算）</source>
        <translation>From (this day does not count)</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>个工作日</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>日（末日休息的顺延）</source>
        <translation>days (a last day off moves on)</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Counted in</translation>
    </message>
    <message>
        <source>放假（休）</source>
        <translation>Day off (H)</translation>
    </message>
    <message>
        <source>调休上班（班）</source>
        <translation>Weekend worked (W)</translation>
    </message>
    <message>
        <source>法定休息，推算（估）</source>
        <translation>Statutory, estimated (E)</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>本所改过（三角）</source>
        <translation>Changed here (corner)</translation>
    </message>
    <message>
        <source>已公布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>暂估</source>
        <translation>Estimated</translation>
    </message>
    <message>
        <source>正在保存。</source>
        <translation>Saving.</translation>
    </message>
    <message>
        <source>这一天本所没有改过。</source>
        <translation>This station has not changed this day.</translation>
    </message>
    <message>
        <source>日历从 2004 年开始。</source>
        <translation>The calendar begins in 2004.</translation>
    </message>
    <message>
        <source>日历到 2099 年为止。</source>
        <translation>The calendar ends in 2099.</translation>
    </message>
    <message>
        <source>{day}（暂估）</source>
        <translation>{day} (estimated)</translation>
    </message>
    <message>
        <source>选择放假安排</source>
        <translation>Choose the holiday notice</translation>
    </message>
    <message>
        <source>法定休息（暂估）</source>
        <translation>Statutory day off (estimated)</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>{what}：{note}</source>
        <translation>{what}: {note}</translation>
    </message>
    <message>
        <source>来自随程序提供的表</source>
        <translation>From the table shipped with the program</translation>
    </message>
    <message>
        <source>只按星期</source>
        <translation>By the day of the week only</translation>
    </message>
    <message>
        <source>本所修改：{who}，{at}，窗口 {counter}</source>
        <translation>Changed here by {who}, {at}, counter {counter}</translation>
    </message>
    <message>
        <source>本所的修改已撤销：{who}，{at}，窗口 {counter}</source>
        <translation>Our change was taken back by {who}, {at}, counter {counter}</translation>
    </message>
    <message>
        <source>{day}&#x3000;{weekday}</source>
        <translation>{day}, {weekday}</translation>
    </message>
    <message>
        <source>国务院办公厅的放假安排已在表中。</source>
        <translation>The State Council&apos;s notice for this year is in the table.</translation>
    </message>
    <message>
        <source>这一年的放假安排还没有导入：周末和法定节假日照推算休息，算到这一年的日期都标“暂估”。</source>
        <translation>This year&apos;s holiday notice is not in yet: weekends and statutory days are taken as off, and every date reckoned into this year is marked as estimated.</translation>
    </message>
    <message>
        <source>{year} 年：已公布，导入后不变。</source>
        <translation>{year}: published already, and stays so.</translation>
    </message>
    <message>
        <source>{year} 年：导入后算作已公布，不再标“暂估”。</source>
        <translation>{year}: counts as published once imported; no longer estimated.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{year} 年：导入后仍是暂估，还没有写明 {days}。</source>
        <translation>{year}: still estimated after the import; not stated: {days}.</translation>
    </message>
    <message>
        <source>表中另有 {count} 天不在这份文件里，保持不变。</source>
        <translation> Days in the table that are not in this file and stay as they are: {count}.</translation>
    </message>
    <message>
        <source>全年日历</source>
        <translation>The year</translation>
    </message>
    <message>
        <source>一月</source>
        <translation>January</translation>
    </message>
    <message>
        <source>二月</source>
        <translation>February</translation>
    </message>
    <message>
        <source>三月</source>
        <translation>March</translation>
    </message>
    <message>
        <source>四月</source>
        <translation>April</translation>
    </message>
    <message>
        <source>五月</source>
        <translation>May</translation>
    </message>
    <message>
        <source>六月</source>
        <translation>June</translation>
    </message>
    <message>
        <source>七月</source>
        <translation>July</translation>
    </message>
    <message>
        <source>八月</source>
        <translation>August</translation>
    </message>
    <message>
        <source>九月</source>
        <translation>September</translation>
    </message>
    <message>
        <source>十月</source>
        <translation>October</translation>
    </message>
    <message>
        <source>十一月</source>
        <translation>November</translation>
    </message>
    <message>
        <source>十二月</source>
        <translation>December</translation>
    </message>
    <message>
        <source>一</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>二</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>三</source>
        <translation>We</translation>
    </message>
    <message>
        <source>四</source>
        <translation>Th</translation>
    </message>
    <message>
        <source>五</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>六</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Su</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>放假安排</source>
        <translation>Holiday notice</translation>
    </message>
    <message>
        <source>每年通知公布后，录成 CSV 导入。每行一天：2027-01-01,放假,元旦；或一段：2027-01-01,2027-01-03,放假,元旦。调休上班的日子写“上班”。</source>
        <translation>Once the year&apos;s notice is out, type it as CSV and import it. One day a line: 2027-01-01,holiday,元旦; or a span: 2027-01-01,2027-01-03,holiday,元旦. Write workday for weekends worked.</translation>
    </message>
    <message>
        <source>通知公布后，按 F10 导入。</source>
        <translation> Once the notice is out, import it with F10.</translation>
    </message>
    <message>
        <source>工作日历由系统管理员修改。</source>
        <translation>The system administrator changes the calendar.</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>审核通过</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>不予签发</source>
        <translation>Deny</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>重新提交</source>
        <translation>Submit again</translation>
    </message>
    <message>
        <source>制证</source>
        <translation>Make the permit</translation>
    </message>
    <message>
        <source>作废重制</source>
        <translation>Write off and make again</translation>
    </message>
    <message>
        <source>发放</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>这件{kind}现在是“{state}”，不能{event}。</source>
        <translation>Not possible for this case ({kind}, {state}): {event}.</translation>
    </message>
    <message>
        <source>受理人和审核人不能是同一人，请由另一名民警审核。</source>
        <translation>Whoever took the case in cannot decide it. Have another officer decide.</translation>
    </message>
    <message>
        <source>办件{number}是{kind}，不是登记内容更正。</source>
        <translation>Case {number} is of another kind ({kind}), not a correction.</translation>
    </message>
    <message>
        <source>今天不符合条件，不能签发：{fact}（{basis}）</source>
        <translation>Cannot be granted, a condition is not met today: {fact} ({basis})</translation>
    </message>
    <message>
        <source>还缺{missing}，不能签发，请退回补正。</source>
        <translation>Cannot be granted, still missing: {missing}. Send the case back.</translation>
    </message>
    <message>
        <source>更正请在更正页面审核。</source>
        <translation>Decide corrections on their own page.</translation>
    </message>
    <message>
        <source>办件{number}已由{who}于{at}办理，现在是“{state}”，请重新打开。</source>
        <translation>{who} took case {number} further at {at}; it is now &quot;{state}&quot;. Open it again.</translation>
    </message>
    <message>
        <source>只有申领、换领、补领居住证的办件可以由申请人撤回。</source>
        <translation>Only applications for a permit, first or replaced, can be withdrawn by the applicant.</translation>
    </message>
    <message>
        <source>居住证已经制好；不要了的，请在居住证页面注销，注销原因选“本人申请”。</source>
        <translation>The permit is made; if it is not wanted, cancel it on its own page, with the reason &quot;本人申请&quot; (own wish).</translation>
    </message>
    <message>
        <source>已为这件预留证件空白{serial}（{counter}号窗口），请先在制证页作废或退回，再撤回。</source>
        <translation>Blank {serial} is reserved for this case (counter {counter}). Spoil or release it on the production page first, then withdraw.</translation>
    </message>
</context>
<context>
    <name>case_words</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message>
        <source>没有期限</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>✗ 逾期{days}个工作日</source>
        <translation>✗ Overdue by {days} working days</translation>
    </message>
    <message>
        <source>! 今天到期</source>
        <translation>! Due today</translation>
    </message>
    <message>
        <source>还剩{days}个工作日</source>
        <translation>{days} working days left</translation>
    </message>
    <message>
        <source>（暂估）</source>
        <translation> (estimated)</translation>
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
    <message>
        <source>权益告知</source>
        <translation>Entitlements sheet</translation>
    </message>
    <message>
        <source>落户条件测算</source>
        <translation>Hukou assessment</translation>
    </message>
    <message>
        <source>权益和便利告知单</source>
        <translation>Entitlements and conveniences sheet</translation>
    </message>
    <message>
        <source>落户条件测算告知书</source>
        <translation>Hukou assessment notice</translation>
    </message>
    <message>
        <source>死亡</source>
        <translation>Death</translation>
    </message>
    <message>
        <source>离开居住地</source>
        <translation>Left the residence</translation>
    </message>
    <message>
        <source>转为本地户籍</source>
        <translation>Hukou transferred here</translation>
    </message>
    <message>
        <source>不再符合条件</source>
        <translation>No longer eligible</translation>
    </message>
    <message>
        <source>本人申请</source>
        <translation>Own request</translation>
    </message>
    <message>
        <source>居住证签注</source>
        <translation>Permit endorsement</translation>
    </message>
    <message>
        <source>居住证地址变更</source>
        <translation>Permit address change</translation>
    </message>
    <message>
        <source>居住证换领（损坏）</source>
        <translation>Permit replacement (damaged)</translation>
    </message>
    <message>
        <source>居住证换领（内容变更）</source>
        <translation>Permit replacement (changed data)</translation>
    </message>
    <message>
        <source>居住证补领（丢失）</source>
        <translation>Permit replacement (lost)</translation>
    </message>
    <message>
        <source>登记内容更正</source>
        <translation>Correction of records</translation>
    </message>
    <message>
        <source>注销居住证</source>
        <translation>Permit cancellation</translation>
    </message>
    <message>
        <source>离开居住地注销</source>
        <translation>Departure</translation>
    </message>
    <message>
        <source>审核通过，待制证</source>
        <translation>Granted, permit to be made</translation>
    </message>
    <message>
        <source>不予签发</source>
        <translation>Denied</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>已制证，待领取</source>
        <translation>Made, to be collected</translation>
    </message>
    <message>
        <source>申请人撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>居住证签注回执</source>
        <translation>Endorsement slip</translation>
    </message>
    <message>
        <source>注销证明</source>
        <translation>Cancellation certificate</translation>
    </message>
    <message>
        <source>不予签发告知书</source>
        <translation>Notice of denial</translation>
    </message>
    <message>
        <source>证件空白结存表</source>
        <translation>Balance of blank cards</translation>
    </message>
    <message>
        <source>制证清单</source>
        <translation>Production sheet</translation>
    </message>
    <message>
        <source>未领居住证通知清单</source>
        <translation>Permits to be collected: call list</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Residence permit</translation>
    </message>
    <message>
        <source>居住证领取凭证</source>
        <translation>Permit collection slip</translation>
    </message>
    <message>
        <source>个人信息处理告知书</source>
        <translation>Privacy notice</translation>
    </message>
    <message>
        <source>人员配备测算表</source>
        <translation>Staffing sheet</translation>
    </message>
    <message>
        <source>本人信息查阅单</source>
        <translation>Sheet of one&apos;s own data</translation>
    </message>
    <message>
        <source>民警</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>辅警</source>
        <translation>Auxiliary</translation>
    </message>
    <message>
        <source>系统管理员</source>
        <translation>System administrator</translation>
    </message>
    <message>
        <source>安全管理员</source>
        <translation>Security administrator</translation>
    </message>
    <message>
        <source>审计管理员</source>
        <translation>Audit administrator</translation>
    </message>
    <message>
        <source>未授予身份</source>
        <translation>No role yet</translation>
    </message>
    <message>
        <source>备份恢复检验记录</source>
        <translation>Record of a restore check</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>连接</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>试连</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>试连并保存</source>
        <translation>Try and save</translation>
    </message>
    <message>
        <source>本所服务器</source>
        <translation>The station&apos;s server</translation>
    </message>
    <message>
        <source>名称或IP:端口，与证书上的名称一致；有多台时用逗号分开，哪台能写用哪台</source>
        <translation>Name or IP:port, as named on the certificate; several with commas between, the one that takes writes is used</translation>
    </message>
    <message>
        <source>服务器地址</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>窗口程序自己的用户，不是管理员</source>
        <translation>The program&apos;s own user, not an administrator&apos;s</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>封存后存放，只有这台电脑能打开</source>
        <translation>Kept sealed; only this computer opens it</translation>
    </message>
    <message>
        <source>签发服务器证书的CA文件的路径；没有它不连接</source>
        <translation>Path of the authority that signed the server&apos;s certificate; without it there is no connection</translation>
    </message>
    <message>
        <source>CA证书文件</source>
        <translation>CA certificate file</translation>
    </message>
    <message>
        <source>本窗口</source>
        <translation>This counter</translation>
    </message>
    <message>
        <source>1 至 99，每个窗口各不相同</source>
        <translation>1 to 99, another one at each counter</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Counter number</translation>
    </message>
    <message>
        <source>已存有密码；不改则留空</source>
        <translation>One is kept; leave empty to keep it</translation>
    </message>
    <message>
        <source>正在连接…</source>
        <translation>Connecting …</translation>
    </message>
    <message>
        <source>已设为使用本所服务器。改动从下次打开程序起生效。</source>
        <translation>Set to the station&apos;s server. Changes hold from the next start of the program.</translation>
    </message>
    <message>
        <source>{host} 已连接：PostgreSQL {version}，{way}，一问一答{ms}毫秒。{station}</source>
        <translation>{host} answers: PostgreSQL {version}, {way}, {ms} ms there and back. {station}</translation>
    </message>
    <message>
        <source>本机连接</source>
        <translation>on this computer</translation>
    </message>
    <message>
        <source>派出所：{name}。</source>
        <translation>Station: {name}.</translation>
    </message>
    <message>
        <source>还没有设立派出所。</source>
        <translation>No station is set up there yet.</translation>
    </message>
    <message>
        <source>这个用户可以改动留痕，权限过大；请改用授权脚本建立的 counter_program。</source>
        <translation>This user may change the trail, which is too much; use counter_program, made by the script of roles.</translation>
    </message>
    <message>
        <source>已保存，从下次打开程序起生效。</source>
        <translation>Saved; it holds from the next start of the program.</translation>
    </message>
    <message>
        <source>迁入本机数据</source>
        <translation>Move this counter&apos;s data</translation>
    </message>
    <message>
        <source>演练数据不能迁入正式的派出所。</source>
        <translation>Practice data cannot be moved into a real station.</translation>
    </message>
    <message>
        <source>数据存放在本机。要把已办的业务带到服务器，填好后不要保存，按F8迁入；只保存连接，下次打开程序起使用本所服务器，本机数据留在本机不动。</source>
        <translation>The data is kept on this machine. To take what was done here along to the server, fill this in, do not save, and press F8; saving the connection alone uses the station&apos;s server from the next start and leaves this machine&apos;s data where it is.</translation>
    </message>
    <message>
        <source>这里是演练派出所。试连并保存后，下次打开程序起这台电脑使用本所服务器。</source>
        <translation>This is the practice station. Once tried and saved, this computer uses the station&apos;s server from the next start on.</translation>
    </message>
</context>
<context>
    <name>correction</name>
    <message>
        <source>更正审核</source>
        <translation>Decide a correction</translation>
    </message>
    <message>
        <source>正在读取……</source>
        <translation>Reading …</translation>
    </message>
    <message>
        <source>正在保存……</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>{name}的更正已同意，登记的内容已经更新。</source>
        <translation>The correction for {name} is approved; the record is updated.</translation>
    </message>
    <message>
        <source>{name}的更正未予同意，登记的内容没有变。</source>
        <translation>The correction for {name} is refused; the record has not changed.</translation>
    </message>
    <message>
        <source>不予更正：{name}</source>
        <translation>Refuse the correction: {name}</translation>
    </message>
    <message>
        <source>登记的内容不变，理由留在这件更正里。决定后不能改。</source>
        <translation>The record stays as it is; the reason stays with this correction. A decision cannot be changed.</translation>
    </message>
    <message>
        <source>2至200个字</source>
        <translation>2 to 200 characters</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>不予更正</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>受理号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>提出人</source>
        <translation>Proposed by</translation>
    </message>
    <message>
        <source>更正理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>证明材料</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>{who}&#x3000;{at}&#x3000;窗口 {number}</source>
        <translation>{who}&#x3000;{at}&#x3000;counter {number}</translation>
    </message>
    <message>
        <source>同意更正</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>此人页面</source>
        <translation>Person&apos;s page</translation>
    </message>
    <message>
        <source>更正全貌</source>
        <translation>The whole correction</translation>
    </message>
    <message>
        <source>更正内容</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>现登记</source>
        <translation>Registered now</translation>
    </message>
    <message>
        <source>更正为</source>
        <translation>Corrected to</translation>
    </message>
    <message>
        <source>{what}：现登记{old}，更正为{new}</source>
        <translation>{what}: registered now {old}, corrected to {new}</translation>
    </message>
    <message>
        <source>通过以后</source>
        <translation>Once approved</translation>
    </message>
    <message>
        <source>居住证的证面不受影响。</source>
        <translation>The face of the permit is not affected.</translation>
    </message>
    <message>
        <source>{count}份打印过的单据将标明“已被更正取代”，照原样保存：</source>
        <translation>{count} printed papers will be marked &quot;superseded by a correction&quot; and stay as they are:</translation>
    </message>
    <message>
        <source>打印过的单据不受影响。</source>
        <translation>Printed papers are not affected.</translation>
    </message>
    <message>
        <source>另有{count}份</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>键入拼音首字母或两位代码</source>
        <translation>Type pinyin initials or the two-digit code</translation>
    </message>
    <message>
        <source>县（市、区）的名称、拼音或代码，从列表中选择</source>
        <translation>Name, pinyin or code of the county; pick from the list</translation>
    </message>
    <message>
        <source>为什么登记的不对，2至200个字</source>
        <translation>Why the record is wrong, 2 to 200 characters</translation>
    </message>
    <message>
        <source>凭什么更正：居民身份证、居民户口簿、公安机关证明等，2至200个字</source>
        <translation>On what evidence: ID card, household register, police certificate …; 2 to 200 characters</translation>
    </message>
    <message>
        <source>身份内容</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>理由和证明</source>
        <translation>Reason and evidence</translation>
    </message>
    <message>
        <source>其他内容</source>
        <translation>Other facts</translation>
    </message>
    <message>
        <source>登记内容更正</source>
        <translation>Correction of the record</translation>
    </message>
    <message>
        <source>正在提交……</source>
        <translation>Handing in …</translation>
    </message>
    <message>
        <source>此人有一件更正（{number}）正在等待审核，审核后才能再提出。</source>
        <translation>A correction for this person ({number}) waits to be decided; another can be proposed after that.</translation>
    </message>
    <message>
        <source>改动要更正的内容，只提交改动了的。</source>
        <translation>Change what is wrong; only what you change is handed in.</translation>
    </message>
    <message>
        <source>正在核对……</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>{name}的更正已提交，受理号 {number}，等待另一名民警审核。</source>
        <translation>The correction for {name} is handed in, case number {number}; another officer decides it.</translation>
    </message>
    <message>
        <source>提交审核</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>更正以后会怎样</source>
        <translation>What the correction will mean</translation>
    </message>
    <message>
        <source>这次更正</source>
        <translation>This correction</translation>
    </message>
    <message>
        <source>改动要更正的内容：提交后由另一名民警审核，通过以前登记的内容不变。</source>
        <translation>Change what is wrong. Another officer decides it; until then the record stays as it is.</translation>
    </message>
    <message>
        <source>此人没有等待审核的更正。</source>
        <translation>No correction for this person waits.</translation>
    </message>
    <message>
        <source>已改动，现登记：{known}</source>
        <translation>Changed; registered now: {known}</translation>
    </message>
    <message>
        <source>现登记：{known}</source>
        <translation>Registered now: {known}</translation>
    </message>
    <message>
        <source>改动以后，这里说明居住证要不要换领、哪些单据会被取代。</source>
        <translation>Once something is changed, this says whether the permit must be replaced and which papers will be superseded.</translation>
    </message>
    <message>
        <source>更正{count}项，由另一名民警审核后生效。</source>
        <translation>{count} to correct; takes effect once another officer approves.</translation>
    </message>
    <message>
        <source>没有找到，请换一种写法</source>
        <translation>Nothing found; try another spelling</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{kind}（{on}）&#x3000;{number}：{fields}</source>
        <translation>{kind} ({on})&#x3000;{number}: {fields}</translation>
    </message>
    <message>
        <source>已提出，等待另一名民警审核。审核通过以前，登记的内容、居住证和打印过的单据都不变。</source>
        <translation>Handed in; another officer decides it. Until it is approved the record, the permit and printed papers stay as they are.</translation>
    </message>
    <message>
        <source>{who}于{at}同意更正，登记的内容已经更新。以前打印的单据照原样保存，并标明已被更正取代。</source>
        <translation>{who} approved it on {at}; the record is updated. Papers printed before stay as they were and are marked as superseded.</translation>
    </message>
    <message>
        <source>{who}于{at}不予更正：{reason}。登记的内容没有变。</source>
        <translation>{who} refused it on {at}: {reason}. The record has not changed.</translation>
    </message>
    <message>
        <source>还要填写更正理由和证明材料。</source>
        <translation> The reason and the evidence are still to be filled in.</translation>
    </message>
    <message>
        <source>查看待审核的更正</source>
        <translation>View the correction awaiting a decision</translation>
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
    <message>
        <source>办件{number}（{kind}，{state}）应于{due}前办结，已逾期{days}个工作日。</source>
        <translation>Case {number} ({kind}; {state}) was to be done by {due} and is {days} working days overdue.</translation>
    </message>
    <message>
        <source>另有{count}件逾期未办结，见待办。</source>
        <translation>{count} more cases are overdue: see the work list.</translation>
    </message>
    <message>
        <source>请说明逾期原因</source>
        <translation>Say why it is overdue</translation>
    </message>
    <message>
        <source>未打印的单据</source>
        <translation>Not yet printed</translation>
    </message>
</context>
<context>
    <name>decide</name>
    <message>
        <source>✓ 条件、材料齐全</source>
        <translation>✓ Complete</translation>
    </message>
    <message>
        <source>✗ 条件或材料不全</source>
        <translation>✗ Not complete</translation>
    </message>
    <message>
        <source>没有相片</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>相片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>办件全貌</source>
        <translation>The whole case</translation>
    </message>
    <message>
        <source>没有选中的办件。</source>
        <translation>No case is chosen.</translation>
    </message>
    <message>
        <source>受理后本人信息有变化</source>
        <translation>Changed since acceptance</translation>
    </message>
    <message>
        <source>条件核对（今天与受理时）</source>
        <translation>Conditions, today and at acceptance</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>代办人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>以前的办件和居住证</source>
        <translation>Earlier cases and permits</translation>
    </message>
    <message>
        <source>正在读取……</source>
        <translation>Reading...</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>{name} 的办件已审核通过，等待制证。</source>
        <translation>Granted for {name}; the permit can be made.</translation>
    </message>
    <message>
        <source>{name} 的办件已退回补正。</source>
        <translation>Sent back: the case of {name}.</translation>
    </message>
    <message>
        <source>{name} 的办件已决定不予签发，通知书可按 F10 打印。</source>
        <translation>Denied for {name}; F10 prints the notice.</translation>
    </message>
    <message>
        <source>待审核的办件</source>
        <translation>Cases to decide</translation>
    </message>
    <message>
        <source>选中或取消这一件</source>
        <translation>Tick or untick this case</translation>
    </message>
    <message>
        <source>已选 {count} 件</source>
        <translation>Ticked: {count}</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>受理人</source>
        <translation>Accepted by</translation>
    </message>
    <message>
        <source>只看逾期</source>
        <translation>Overdue only</translation>
    </message>
    <message>
        <source>选</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
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
        <source>窗口</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>自</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>没有符合筛选条件的办件。</source>
        <translation>No case fits the filters.</translation>
    </message>
    <message>
        <source>没有待审核的办件。</source>
        <translation>No case waits for a decision.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>依据的条件</source>
        <translation>Condition it stands on</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>2 至 200 个字</source>
        <translation>2 to 200 characters</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>退回补正：{name}</source>
        <translation>Send back: {name}</translation>
    </message>
    <message>
        <source>办件回到窗口，补正后重新提交。写明要补正什么。</source>
        <translation>The case goes back to the counter and is handed in again when mended. Say what to mend.</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>不予签发：{name}</source>
        <translation>Deny: {name}</translation>
    </message>
    <message>
        <source>决定后出具不予签发通知书，写明理由和依据的条文。决定后不能改。</source>
        <translation>A notice with the reason and its clause is made out. The decision cannot be changed.</translation>
    </message>
    <message>
        <source>不予签发</source>
        <translation>Deny</translation>
    </message>
    <message>
        <source>批量通过</source>
        <translation>Grant ticked</translation>
    </message>
    <message>
        <source>将通过选中的 {count} 件。每一件都重新核对，条件或材料不全的留在队列里并说明原因。请输入您的登录密码。</source>
        <translation>Ticked cases to grant: {count}. Each is checked again; what is not complete stays in the queue, with the reason. Enter your password.</translation>
    </message>
    <message>
        <source>登录密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>请输入密码。</source>
        <translation>Enter the password.</translation>
    </message>
    <message>
        <source>批量通过的结果</source>
        <translation>What became of the batch</translation>
    </message>
    <message>
        <source>通过 {count} 件，没有通过 {left} 件。</source>
        <translation>Granted: {count}, not granted: {left}.</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>✓ 已通过</source>
        <translation>✓ Granted</translation>
    </message>
    <message>
        <source>✗ 没有通过</source>
        <translation>✗ Not granted</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>打印通知书</source>
        <translation>Print notice</translation>
    </message>
    <message>
        <source>回到队列</source>
        <translation>To the queue</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>没有选中的办件，或者正在办理。</source>
        <translation>No case is chosen, or one is being decided.</translation>
    </message>
    <message>
        <source>没有刚决定的通知书。</source>
        <translation>No notice of a denial just decided.</translation>
    </message>
    <message>
        <source>先用空格键选中办件。</source>
        <translation>Tick cases with Space first.</translation>
    </message>
    <message>
        <source>待审核 {count} 件</source>
        <translation>To decide: {count}</translation>
    </message>
    <message>
        <source>逾期 {count} 件</source>
        <translation>Overdue: {count}</translation>
    </message>
    <message>
        <source>今天到期 {count} 件</source>
        <translation>Due today: {count}</translation>
    </message>
    <message>
        <source>没有期限 {count} 件</source>
        <translation>No due date: {count}</translation>
    </message>
    <message>
        <source>{born}（{age} 岁）</source>
        <translation>{born} (age {age})</translation>
    </message>
    <message>
        <source>受理号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>{at}&#x3000;{who}&#x3000;窗口 {number}</source>
        <translation>{at}  {who}  counter {number}</translation>
    </message>
    <message>
        <source>办理期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>常住户口所在地</source>
        <translation>Hukou</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>服务处所</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>受理时没有判断。</source>
        <translation>Not judged at acceptance.</translation>
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
        <source>受理时：{mark}&#x3000;{fact}</source>
        <translation>At acceptance: {mark}  {fact}</translation>
    </message>
    <message>
        <source>今天不再适用</source>
        <translation>No longer applies</translation>
    </message>
    <message>
        <source>与受理时不同。{before}</source>
        <translation>Differs. {before}</translation>
    </message>
    <message>
        <source>{basis}&#x3000;［条文待核实］</source>
        <translation>{basis}  [clause to be verified]</translation>
    </message>
    <message>
        <source>✗ 没有要过</source>
        <translation>✗ Never asked for</translation>
    </message>
    <message>
        <source>今</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{start} 至 {last}</source>
        <translation>{start} to {last}</translation>
    </message>
    <message>
        <source>在住</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>签发 {on}</source>
        <translation>Issued {on}</translation>
    </message>
    <message>
        <source>签注期限 {on}</source>
        <translation>Endorse by {on}</translation>
    </message>
    <message>
        <source>有效期至 {on}</source>
        <translation>Valid until {on}</translation>
    </message>
    <message>
        <source>居住证 {number}&#x3000;{ground}</source>
        <translation>Permit {number}  {ground}</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>受理时相同</source>
        <translation>The same at acceptance</translation>
    </message>
    <message>
        <source>到更正页面审核</source>
        <translation>Decide the correction</translation>
    </message>
    <message>
        <source>选中的办件不是登记内容更正。</source>
        <translation>The case chosen is no correction of the record.</translation>
    </message>
    <message>
        <source>现在是{name}的办件，还没有通过。看过后请再按一次。</source>
        <translation>This is {name}&apos;s case now, and it is not granted. Look at it, then press once more.</translation>
    </message>
    <message>
        <source>Enter 查看办件，空格键选中可批量通过。</source>
        <translation>Enter opens a case; Space ticks cases to grant together.</translation>
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
    <message>
        <source>落户条件测算</source>
        <translation>Hukou assessment</translation>
    </message>
    <message>
        <source>找到一张居住证</source>
        <translation>Found a permit</translation>
    </message>
    <message>
        <source>登记内容更正</source>
        <translation>Correction of the record</translation>
    </message>
    <message>
        <source>发放居住证</source>
        <translation>Handing over a permit</translation>
    </message>
    <message>
        <source>扫描的单据已被更正取代，以现在登记的内容为准。</source>
        <translation>The paper scanned is superseded by a correction; what is registered now holds.</translation>
    </message>
    <message>
        <source>居住证变更、补换、注销</source>
        <translation>Permit change, replacement, cancellation</translation>
    </message>
    <message>
        <source>断网时打印的单据</source>
        <translation>Printed without the server</translation>
    </message>
    <message>
        <source>领证电话通知</source>
        <translation>Call to collect a permit</translation>
    </message>
    <message>
        <source>证件空白</source>
        <translation>Card blanks</translation>
    </message>
    <message>
        <source>如果是身份证号、手机号，还没有输完；确是其他证件的号码，按 F6 登记</source>
        <translation>An ID or mobile number is not complete yet; if it is another document&apos;s number, F6 registers its holder</translation>
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
    <name>entitlements</name>
    <message>
        <source>权利</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>权益和公共服务</source>
        <translation>Entitlements and public services</translation>
    </message>
    <message>
        <source>便利</source>
        <translation>Conveniences</translation>
    </message>
    <message>
        <source>子女就学</source>
        <translation>Children&apos;s schooling</translation>
    </message>
    <message>
        <source>落户</source>
        <translation>Hukou transfer</translation>
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
        <source>结束日期不能早于开始日期。</source>
        <translation>The last day cannot be before the first.</translation>
    </message>
    <message>
        <source>已取消导出，没有留下文件。</source>
        <translation>The export was cancelled; no file was left behind.</translation>
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
    <message>
        <source>另一个窗口刚刚改了同一天，这一次没有保存。请看过新的内容后再改。</source>
        <translation>Another counter has just changed the same day, so this was not saved. See what it says now, then change it.</translation>
    </message>
    <message>
        <source>工作日历只管{first}年至{last}年，{day}不在其中。</source>
        <translation>The working calendar covers {first} to {last}; {day} is outside.</translation>
    </message>
    <message>
        <source>请选择放假或上班。</source>
        <translation>Choose day off or working day.</translation>
    </message>
    <message>
        <source>读不出文件{name}：{reason}。</source>
        <translation>The file {name} cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>文件{name}有{size}字节，不像是一年的放假安排。</source>
        <translation>The file {name} has {size} bytes, too many for the holiday notice of one year.</translation>
    </message>
    <message>
        <source>文件{name}还有{count}处读不出来，没有导入。请改正后再导入。</source>
        <translation>The file {name} was not imported; places that cannot be read: {count}. Correct them and import again.</translation>
    </message>
    <message>
        <source>天数应为1至{most}。</source>
        <translation>The number of days is 1 to {most}.</translation>
    </message>
    <message>
        <source>现行规定没有列明权益和便利，不能出具告知单。</source>
        <translation>The rules in force list no entitlements or conveniences, so no sheet can be made.</translation>
    </message>
    <message>
        <source>还没有居住登记，没有可以凭以办事的凭证。请先办理居住登记。</source>
        <translation>No residence registration yet, so there is no certificate to rely on. Register residence first.</translation>
    </message>
    <message>
        <source>没有可以告知的测算结果。</source>
        <translation>There is no assessment to give notice of.</translation>
    </message>
    <message>
        <source>没有这张居住证的记录，可能是其他派出所的证件。</source>
        <translation>There is no such permit here; it may be another station&apos;s.</translation>
    </message>
    <message>
        <source>{who}在{counter}号窗口于{at}刚刚办理了这张居住证，请重新打开后再办理。</source>
        <translation>{who} has just worked on this permit at counter {counter} ({at}). Open it again first.</translation>
    </message>
    <message>
        <source>不能更正这一项。</source>
        <translation>This cannot be corrected.</translation>
    </message>
    <message>
        <source>请填写这一项（{least}至{most}个字）。</source>
        <translation>Fill this in ({least} to {most} characters).</translation>
    </message>
    <message>
        <source>日期不能晚于今天。</source>
        <translation>The day must not be after today.</translation>
    </message>
    <message>
        <source>日期不能早于居住登记之日（{on}）。</source>
        <translation>The day must not be before the registration ({on}).</translation>
    </message>
    <message>
        <source>其他窗口正在办理同样的内容，这一次没有保存。请稍后再试。</source>
        <translation>Another counter is at work on the same thing. Nothing was stored. Try again in a moment.</translation>
    </message>
    <message>
        <source>请填写原因（{least}至{most}个字）。</source>
        <translation>Give the reason ({least} to {most} characters).</translation>
    </message>
    <message>
        <source>没有号码{number}的记录，可能是其他派出所的单据。</source>
        <translation>There is nothing numbered {number} here; it may be another station&apos;s.</translation>
    </message>
    <message>
        <source>请领取人在屏幕上签名，或者改在回执上签名。</source>
        <translation>Have the signature made on the screen, or choose to sign on the receipt.</translation>
    </message>
    <message>
        <source>请填写旧证是收回还是丢失。</source>
        <translation>Say whether the old card was given back or is lost.</translation>
    </message>
    <message>
        <source>密码不对，没有办理任何一件。请再试。</source>
        <translation>Wrong password; no case was decided. Please try again.</translation>
    </message>
    <message>
        <source>请填写理由（{least}至{most}个字）。</source>
        <translation>Give the reason ({least} to {most} characters).</translation>
    </message>
    <message>
        <source>请填写通知的情况（{least}至{most}个字）。</source>
        <translation>Say how the call went ({least} to {most} characters).</translation>
    </message>
    <message>
        <source>没有逾时未领的居住证，不用出具清单。</source>
        <translation>No permit is overdue for collection; there is no list to make out.</translation>
    </message>
    <message>
        <source>请选择代领人与持证人的关系。</source>
        <translation>Choose what the person collecting is to the holder.</translation>
    </message>
    <message>
        <source>请填写吊销原因（2至60个字）。</source>
        <translation>Give the reason for revoking (2 to 60 characters).</translation>
    </message>
    <message>
        <source>文件{name}不是文本文件，或者过大。</source>
        <translation>{name} is no text file, or too large.</translation>
    </message>
    <message>
        <source>密码至少{shortest}个字符，字母、数字、符号都要有。</source>
        <translation>At least {shortest} characters, with letters, digits and signs, all three.</translation>
    </message>
    <message>
        <source>密码里不能有登录名。</source>
        <translation>The password must not contain the user name.</translation>
    </message>
    <message>
        <source>应为{least}至{most}之间的整数。</source>
        <translation>A whole number from {least} to {most}.</translation>
    </message>
    <message>
        <source>居住证还没有制作完成或者已经领取，不能出具领取凭证。</source>
        <translation>The permit is not made yet or was collected already: there is no collection slip for it.</translation>
    </message>
    <message>
        <source>这个账号的密码刚刚改过，这一次没有改。请用最新的密码再试。</source>
        <translation>This account&apos;s password has just been changed, so nothing was changed now. Try again with the latest one.</translation>
    </message>
    <message>
        <source>演练人员是样例，密码写在登录页上，不能修改。请添加人员后再试。</source>
        <translation>The practice staff are samples with their passwords on the sign-in page; they cannot be changed. Add somebody to try it.</translation>
    </message>
    <message>
        <source>这是一次性密码。请设置自己的密码后登录。</source>
        <translation>This is a one-time password. Set a password of your own to sign in.</translation>
    </message>
    <message>
        <source>密码已用满{days}天。请设置新的密码后登录。</source>
        <translation>The password is {days} days old. Set a new one to sign in.</translation>
    </message>
    <message>
        <source>一次性密码已过期，请管理员重新生成。</source>
        <translation>The one-time password has expired; ask an administrator for another.</translation>
    </message>
    <message>
        <source>密码连续输错，这个账号暂停使用，还要等{left}才能再试。</source>
        <translation>Too many wrong passwords: this account waits another {left} before the next try.</translation>
    </message>
    <message>
        <source>{minutes}分{seconds}秒</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds}秒</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>登录名“{name}”已经有人用（{who}）。</source>
        <translation>The user name &quot;{name}&quot; is taken ({who}).</translation>
    </message>
    <message>
        <source>与{who}的登录名“{name}”容易看错（0和o、1和l、i），请换一个。</source>
        <translation>Too easily taken for {who}&apos;s user name &quot;{name}&quot; (0 and o; 1, l and i); choose another.</translation>
    </message>
    <message>
        <source>{who}的账号刚刚改过，这一次没有保存。请核对后再办。</source>
        <translation>{who}&apos;s account has just been changed, so nothing was saved. Check it and try again.</translation>
    </message>
    <message>
        <source>没有这个人员。</source>
        <translation>There is no such member of staff.</translation>
    </message>
    <message>
        <source>演练人员是样例，不能修改。请另外添加人员。</source>
        <translation>The practice staff are samples and cannot be changed. Add somebody instead.</translation>
    </message>
    <message>
        <source>不能停用自己的账号，也不能改自己的身份；请另一位管理员办理。</source>
        <translation>You cannot disable your own account or change your own role; ask another administrator.</translation>
    </message>
    <message>
        <source>自己的密码请用“修改密码”更换。</source>
        <translation>Change your own password under &quot;Change password&quot;.</translation>
    </message>
    <message>
        <source>{who}的账号已停用，请先启用。</source>
        <translation>{who}&apos;s account is disabled; enable it first.</translation>
    </message>
    <message>
        <source>密码规定刚刚改过，这一次没有保存。请核对后再改。</source>
        <translation>The password rule has just been changed, so nothing was saved. Check it and try again.</translation>
    </message>
    <message>
        <source>{minutes}分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>已停止核验。</source>
        <translation>The check was stopped.</translation>
    </message>
    <message>
        <source>留痕核验中断，请再核验一次；仍不成功请联系管理员。</source>
        <translation>The check of the trail broke off. Please check again; if it fails again, call your administrator.</translation>
    </message>
    <message>
        <source>读不到密钥文件{path}。U盘可能已经拔出，请插好后再试。</source>
        <translation>Key file {path} cannot be read. The USB stick may have been pulled out; plug it in and try again.</translation>
    </message>
    <message>
        <source>密钥文件{path}已损坏，不能使用。请改用另一种方式登录，并重新登记密钥。</source>
        <translation>Key file {path} is damaged and cannot be used. Sign in the other way, and register a new key.</translation>
    </message>
    <message>
        <source>{path}不是密钥文件。请选择登记时生成的文件（扩展名为{suffix}）。</source>
        <translation>{path} is not a key file. Choose the file made when the key was registered (extension {suffix}).</translation>
    </message>
    <message>
        <source>PIN不对。请核对后再试。</source>
        <translation>Wrong PIN. Check it and try again.</translation>
    </message>
    <message>
        <source>{path}已经存在，没有改动。请给新密钥换一个名称。</source>
        <translation>{path} exists already and was not changed. Give the new key another name.</translation>
    </message>
    <message>
        <source>密钥文件没有写成：{path}（{reason}）。请检查U盘后再试。</source>
        <translation>The key file was not written: {path} ({reason}). Check the USB stick and try again.</translation>
    </message>
    <message>
        <source>请填写恢复密钥。</source>
        <translation>Enter the recovery key.</translation>
    </message>
    <message>
        <source>恢复密钥应为{groups}组，每组5个字母或数字；现在一共{found}个。</source>
        <translation>A recovery key has {groups} groups of 5 letters or digits; this has {found} characters.</translation>
    </message>
    <message>
        <source>恢复密钥的第{group}组“{typed}”有误，请对照纸面重新输入这一组。</source>
        <translation>Group {group} of the recovery key, &quot;{typed}&quot;, is wrong; compare it with the paper and enter it again.</translation>
    </message>
    <message>
        <source>还没有人登录，不能办理。请先登录。</source>
        <translation>Nobody is signed in, so nothing was done. Please sign in first.</translation>
    </message>
    <message>
        <source>{who}的账号还没有授予身份，不能办理。请由安全管理员授予。</source>
        <translation>{who} has no role yet and can do nothing. The security administrator gives the role.</translation>
    </message>
    <message>
        <source>{role}没有“{right}”的权限，这一步没有办理。请由有此权限的人员登录办理。</source>
        <translation>The right &quot;{right}&quot; is not given to the role &quot;{role}&quot;; nothing was done. Somebody who has it must sign in.</translation>
    </message>
    <message>
        <source>本所已停用{role}的“{right}”权限，这一步没有办理。如需恢复，请找安全管理员。</source>
        <translation>This station has taken the right &quot;{right}&quot; away from the role &quot;{role}&quot;; nothing was done. The security administrator can give it back.</translation>
    </message>
    <message>
        <source>{who}的账号已停用，不能再办理。请锁定屏幕，由在岗人员登录。</source>
        <translation>The account of {who} is disabled and can do nothing. Lock the screen and have somebody on duty sign in.</translation>
    </message>
    <message>
        <source>PIN应为{least}至{most}个字符，不能全部相同，也不能是连号。</source>
        <translation>A PIN has {least} to {most} characters, not all the same and not in a row such as 123456.</translation>
    </message>
    <message>
        <source>两次输入的PIN不一样。</source>
        <translation>The two PINs are not the same.</translation>
    </message>
    <message>
        <source>请给它起个名称，如“蓝色U盘”。</source>
        <translation>Give it a name, such as &quot;blue stick&quot;.</translation>
    </message>
    <message>
        <source>{path}不是本程序的备份文件。请选择扩展名为{suffix}的文件。</source>
        <translation>{path} is not a backup of this program. Choose a file ending in {suffix}.</translation>
    </message>
    <message>
        <source>备份文件{path}由更新版本的程序写成，本程序不能读取。请先升级程序。</source>
        <translation>A newer program wrote the backup {path}; this one cannot read it. Update the program first.</translation>
    </message>
    <message>
        <source>备份文件{path}已损坏或没有复制完整，不能使用。请换一份备份。</source>
        <translation>The backup {path} is damaged or was not copied whole and cannot be used. Use another one.</translation>
    </message>
    <message>
        <source>读不到备份文件{path}（{reason}）。请检查磁盘或U盘后再试。</source>
        <translation>The backup {path} cannot be read ({reason}). Check the disk or stick and try again.</translation>
    </message>
    <message>
        <source>备份没有写成：{path}（{reason}）。原有备份没有改动，请检查磁盘空间或U盘后再试。</source>
        <translation>The backup was not written: {path} ({reason}). Earlier backups are unchanged; check the disk or stick and try again.</translation>
    </message>
    <message>
        <source>密钥文件{path}由更新版本的程序写成，本程序不能打开。请升级程序，数据没有改动。</source>
        <translation>A newer program wrote the key file {path}; this one cannot open it. Update the program; the data is unchanged.</translation>
    </message>
    <message>
        <source>这台电脑上的数据已加密锁定，请输入开机口令。</source>
        <translation>The data on this computer is encrypted and locked. Enter the start secret.</translation>
    </message>
    <message>
        <source>口令不对，数据没有打开。请重新输入。</source>
        <translation>That is not the secret; the data was not opened. Enter it again.</translation>
    </message>
    <message>
        <source>这不是本机现用的恢复密钥。请核对纸面上的编号和日期。</source>
        <translation>This is not the recovery key in use here. Check the date on the paper.</translation>
    </message>
    <message>
        <source>这个密钥盘打不开本机数据，请换一个。</source>
        <translation>This token does not open the data here; use another.</translation>
    </message>
    <message>
        <source>本机没有设置过这种开启方式，请换一种。</source>
        <translation>This way of opening was never set here; use another.</translation>
    </message>
    <message>
        <source>请先设置开机口令并打印恢复密钥，再停用免口令启动。</source>
        <translation>Set a start secret and print the recovery key first; then have the secret asked for.</translation>
    </message>
    <message>
        <source>这个密钥盘每次签名都不同，不能用来保管密钥。请换一个。</source>
        <translation>This token signs differently each time and cannot keep keys; use another.</translation>
    </message>
    <message>
        <source>自{since}起连不上本所服务器，这一步没有保存，已填内容保留。网络或服务器恢复后请再按一次；需要时请告诉管理员。</source>
        <translation>The station&apos;s server is away since {since}; this step was not saved, what you typed is kept. Press once more when network or server is back; tell the administrator if need be.</translation>
    </message>
    <message>
        <source>保存时与本所服务器断开（{since}），还不知道是否已存。内容保留，恢复后请再按一次：同一次办理不会存两遍。</source>
        <translation>The connection broke while saving ({since}); whether it is stored is not known yet. What you typed is kept; press once more when it is back: nothing is stored twice.</translation>
    </message>
    <message>
        <source>服务器没有在{seconds}秒内完成，这一步没有保存。请稍后再试，或缩小查询范围。</source>
        <translation>The server did not finish within {seconds} seconds; this step was not saved. Try again later, or ask for less.</translation>
    </message>
    <message>
        <source>其他窗口正在办理同样的内容，等了{lock_seconds}秒还没有办完。内容保留，请稍后再按一次。</source>
        <translation>Another counter is working on the same and was not done after {lock_seconds} seconds. What you typed is kept; press once more in a moment.</translation>
    </message>
    <message>
        <source>服务器的磁盘已满，这一步没有保存，已填内容保留。请管理员清理服务器磁盘后再按一次。</source>
        <translation>The server&apos;s disk is full; this step was not saved, what you typed is kept. Press once more after the administrator has made room.</translation>
    </message>
    <message>
        <source>本程序在服务器上的权限不够，这一步没有保存（{reason}）。请管理员重新运行服务器的授权脚本。</source>
        <translation>The program lacks rights on the server; this step was not saved ({reason}). The administrator should run the script of roles again.</translation>
    </message>
    <message>
        <source>服务器上的数据库没有本程序要的表（{reason}）。请管理员先升级服务器上的数据库。</source>
        <translation>The database on the server lacks a table of this program ({reason}). The administrator should upgrade it first.</translation>
    </message>
    <message>
        <source>服务器不接受用户“{user}”的密码。请管理员在“连接”页重新填写。</source>
        <translation>The server does not accept the password of &quot;{user}&quot;. The administrator should type it anew under Connection.</translation>
    </message>
    <message>
        <source>服务器要求密码，而本窗口没有存密码。请管理员在“连接”页填写。</source>
        <translation>The server asks for a password and none is kept here. The administrator should type it under Connection.</translation>
    </message>
    <message>
        <source>服务器上没有用户“{user}”。请管理员先在服务器上运行授权脚本，或改正用户名。</source>
        <translation>The server has no user &quot;{user}&quot;. The administrator should run the script of roles there first, or correct the name.</translation>
    </message>
    <message>
        <source>服务器上没有数据库“{database}”。请管理员先建立，或改正名称。</source>
        <translation>The server has no database &quot;{database}&quot;. The administrator should make it first, or correct the name.</translation>
    </message>
    <message>
        <source>服务器不允许这台电脑用“{user}”连接。请管理员检查服务器的 pg_hba.conf。</source>
        <translation>The server does not let this computer in as &quot;{user}&quot;. The administrator should look at its pg_hba.conf.</translation>
    </message>
    <message>
        <source>服务器的证书不能确认（{reason}）。为防假冒，没有连接。请管理员核对证书文件和服务器名称。</source>
        <translation>The server&apos;s certificate cannot be confirmed ({reason}), so there is no connection. The administrator should compare the certificate file and the server&apos;s name.</translation>
    </message>
    <message>
        <source>服务器没有开启加密连接（TLS），没有连接。请管理员在服务器上开启后再试。</source>
        <translation>The server does not offer TLS, so there is no connection. The administrator should turn it on there.</translation>
    </message>
    <message>
        <source>服务器的连接数已满。请关闭不用的窗口程序，或请管理员调高服务器的连接数。</source>
        <translation>The server takes no more connections. Close programs that nobody uses, or have the administrator raise the number.</translation>
    </message>
    <message>
        <source>本窗口的另一项工作正在保存，等了{seconds}秒还没有完。内容保留，请稍后再按一次。</source>
        <translation>Other work of this counter is still being saved after {seconds} seconds. What you typed is kept; press once more in a moment.</translation>
    </message>
    <message>
        <source>服务器上的数据库“{database}”还是空的。请管理员先运行安装脚本建立各表，再打开本程序。</source>
        <translation>The database &quot;{database}&quot; on the server is empty. The administrator should make its tables by the script first.</translation>
    </message>
    <message>
        <source>服务器上的数据库是{found}版，本程序要{head}版。请管理员先升级服务器上的数据库，数据没有改动。</source>
        <translation>The database on the server is at {found}, this program needs {head}. The administrator should upgrade it first; nothing was changed.</translation>
    </message>
    <message>
        <source>服务器上的数据库已由更新版本的程序升级（{found}版），本程序不能使用。请升级本程序，数据没有改动。</source>
        <translation>The database on the server was upgraded by a newer program ({found}); this one cannot use it. Upgrade the program; nothing was changed.</translation>
    </message>
    <message>
        <source>数据库“{database}”按语言的习惯排序，按姓名和拼音会查不到人。没有升级，什么都没有改动。请先备份，再恢复成新的数据库：恢复时新建的按编码排序。</source>
        <translation>The database “{database}” sorts as a language does: people would not be found by name or pinyin. It was not upgraded and nothing was changed. Back it up, then restore it into a new database: those made by a restore sort by character codes.</translation>
    </message>
    <message>
        <source>连接设置 {path} 不能读取（{reason}）。请管理员在“连接”页重新填写。</source>
        <translation>The settings of the connection {path} cannot be read ({reason}). The administrator should type them anew under Connection.</translation>
    </message>
    <message>
        <source>服务器地址请写成“名称或IP:端口”，如 10.1.2.3:5432；有多台时用逗号分开。</source>
        <translation>Write the server&apos;s address as name or IP:port, such as 10.1.2.3:5432; several with commas between.</translation>
    </message>
    <message>
        <source>数据库名称只能用字母、数字、下划线，如 residence。</source>
        <translation>A database&apos;s name has letters, digits and underscores only, such as residence.</translation>
    </message>
    <message>
        <source>用户名只能用字母、数字、下划线，如 counter_program。</source>
        <translation>A user&apos;s name has letters, digits and underscores only, such as counter_program.</translation>
    </message>
    <message>
        <source>请选择签发服务器证书的CA文件（.crt或.pem）：没有它不能确认连接的是本所服务器。</source>
        <translation>Name the CA file (.crt or .pem) that signed the server&apos;s certificate: without it nobody knows whether this is the station&apos;s server.</translation>
    </message>
    <message>
        <source>找不到CA证书文件 {path}。请选择文件，或从服务器复制过来。</source>
        <translation>There is no CA certificate file {path}. Name another, or copy it from the server.</translation>
    </message>
    <message>
        <source>窗口号应为1至99，每个窗口各不相同。</source>
        <translation>A counter&apos;s number is 1 to 99, another one at each counter.</translation>
    </message>
    <message>
        <source>存下的服务器密码是在另一台电脑上封存的，这里打不开。请管理员在“连接”页重新填写密码。</source>
        <translation>The server&apos;s password was sealed on another computer and cannot be opened here. The administrator should type it anew under Connection.</translation>
    </message>
    <message>
        <source>不认识的项目：{names}</source>
        <translation>Unknown entries: {names}</translation>
    </message>
    <message>
        <source>{who}是最后一位{role}，不能停用或改为其他身份。</source>
        <translation>{who} is the last one in the role &quot;{role}&quot; and can neither be disabled nor given another role.</translation>
    </message>
    <message>
        <source>没有插着的U盘。请插好后再试。</source>
        <translation>No USB stick is plugged in. Plug one in and try again.</translation>
    </message>
    <message>
        <source>这把密钥已经登记在别人名下，不能再登记。</source>
        <translation>This key is registered to somebody else and cannot be registered again.</translation>
    </message>
    <message>
        <source>这把密钥登记过了。</source>
        <translation>This key is registered already.</translation>
    </message>
    <message>
        <source>这把密钥已经挂失或停用，不能再登记。请生成新的密钥。</source>
        <translation>This key was reported lost or ended and cannot be registered again. Make a new one.</translation>
    </message>
    <message>
        <source>已经登记了{most}个，请先停用不用的。</source>
        <translation>{most} are registered already. End one that is no longer used first.</translation>
    </message>
    <message>
        <source>动态码不对。请核对手机的时间是否准确，再输入手机上现在的6位数字。</source>
        <translation>Wrong code. Check that the telephone&apos;s time is right, then type the 6 digits it shows now.</translation>
    </message>
    <message>
        <source>本窗口离线期间的第{sequence}项业务读不出来：待上传的文件被改动过，或者密钥不对。请不要删除任何文件，请管理员处理。</source>
        <translation>Item {sequence} done at this counter without the server cannot be read: the file was altered, or the key is not the right one. Delete nothing and tell the administrator.</translation>
    </message>
    <message>
        <source>系统管理员只能任命首位安全管理员和首位审计管理员，其他身份由安全管理员授予。</source>
        <translation>The system administrator appoints only the first security and the first audit administrator; the security administrator gives all other roles.</translation>
    </message>
    <message>
        <source>“{right}”只有{role}能办，不能停用：停用后就没有人能办了。</source>
        <translation>Only the role &quot;{role}&quot; has the right &quot;{right}&quot;, so it cannot be taken away: nobody could do it then.</translation>
    </message>
    <message>
        <source>密码不对。</source>
        <translation>Wrong password.</translation>
    </message>
    <message>
        <source>没有这一项，可能已经停用。</source>
        <translation>There is no such entry; it may have been ended.</translation>
    </message>
    <message>
        <source>按本所规定，{role}登录要有第二要素。请先登记另一个，再停用这一个。</source>
        <translation>This station requires a second factor of {role}. Register another one before ending this one.</translation>
    </message>
    <message>
        <source>请写明原因，如“遗失”。</source>
        <translation>Give the reason, such as &quot;lost&quot;.</translation>
    </message>
    <message>
        <source>规定刚刚改过，这一次没有保存。请核对后再改。</source>
        <translation>The rule has just been changed by somebody else; this was not saved. Check it and change it again.</translation>
    </message>
    <message>
        <source>密码正确。请再用第二要素确认是本人。</source>
        <translation>The password is right. Now prove with your second factor that it is you.</translation>
    </message>
    <message>
        <source>按本所规定，{role}登录要有第二要素。您还没有登记，请现在登记。</source>
        <translation>This station requires a second factor of {role}. You have none yet; register one now.</translation>
    </message>
    <message>
        <source>这次登录已超过{minutes}分钟，请从密码重新开始。</source>
        <translation>This sign-in took over {minutes} minutes. Begin with the password again.</translation>
    </message>
    <message>
        <source>本机时钟刚才被调到以前，这次登录作废。请核对时钟后，从密码重新开始。</source>
        <translation>The clock was just set back, so this sign-in is void. Check the clock, then begin with the password again.</translation>
    </message>
    <message>
        <source>这把密钥不是在您名下登记的，不能用来登录。请换成自己的密钥。</source>
        <translation>This key is not registered to you. Use your own.</translation>
    </message>
    <message>
        <source>这把密钥已于{day}停用，不能再用。请交给安全管理员。</source>
        <translation>This key was ended on {day}. Hand it to the security administrator.</translation>
    </message>
    <message>
        <source>密钥的签名不对，不能登录。请重新插好后再试。</source>
        <translation>The key&apos;s signature is wrong. Plug it in again and retry.</translation>
    </message>
    <message>
        <source>动态码不对，或已经过时。请输入手机上现在的6位数字。</source>
        <translation>The code is wrong or too old. Type the 6 digits that the telephone shows now.</translation>
    </message>
    <message>
        <source>这个动态码已经用过。请等手机上换成下一个再输入。</source>
        <translation>This code has been used. Wait for the next one.</translation>
    </message>
    <message>
        <source>本机时钟早于上次使用动态码的时间，不能核对动态码。请校准时钟，或改用密钥登录。</source>
        <translation>This computer&apos;s clock is earlier than the last use of a code, so codes cannot be checked. Set the clock right, or use a key.</translation>
    </message>
    <message>
        <source>登记的动态码在本机读不出来，请改用密钥登录，或请安全管理员停用后重新登记。</source>
        <translation>The registered code cannot be read on this computer. Use a key, or have the security administrator end it and register again.</translation>
    </message>
    <message>
        <source>服务器连不上，只有最近{days}天在本窗口登录过的人员可以登录。请改到登录过的窗口，或等服务器恢复。</source>
        <translation>The server is away; only those who signed in at this counter in the last {days} days may sign in. Go to a counter you used, or wait for the server.</translation>
    </message>
    <message>
        <source>服务器连不上。按本所规定，这时不能登录，请等服务器恢复。</source>
        <translation>The server is away. By this station&apos;s rule nobody signs in meanwhile; wait for the server.</translation>
    </message>
    <message>
        <source>这个账号刚刚停用，不能登录。请找管理员。</source>
        <translation>This account has just been disabled. Ask an administrator.</translation>
    </message>
    <message>
        <source>{number}号窗口正在另一台电脑上使用，编号不能重复。请填写本窗口自己的号码，或先退出那一台。</source>
        <translation>Counter {number} is in use on another computer, and no two may have one number. Type this counter&apos;s own, or sign out there first.</translation>
    </message>
    <message>
        <source>{who}是管理员，密码由安全管理员重置。</source>
        <translation>{who} is an administrator; the security administrator resets the password.</translation>
    </message>
    <message>
        <source>{who}的密码由系统管理员重置。</source>
        <translation>The system administrator resets the password of {who}.</translation>
    </message>
    <message>
        <source>没有到期的留痕，不用归档。留痕保存到{day}以前的才归档。</source>
        <translation>Nothing has been kept long enough to be archived: only entries up to {day} are.</translation>
    </message>
    <message>
        <source>归档文件没有通过核验，留痕一条也没有移走。请先核验留痕，查明被改动之处。</source>
        <translation>The archive&apos;s file did not pass its check, and no entry was taken away. Check the trail first and find what was altered.</translation>
    </message>
    <message>
        <source>已停止归档，留痕一条也没有移走。</source>
        <translation>The archive was stopped; no entry was taken away.</translation>
    </message>
    <message>
        <source>没有看到密钥。请插上U盘，或选择密钥文件。</source>
        <translation>No key is plugged in. Plug the USB stick in, or choose a key file.</translation>
    </message>
    <message>
        <source>请填写口令。</source>
        <translation>Enter the secret.</translation>
    </message>
    <message>
        <source>打不开文件：{path}（{reason}）。</source>
        <translation>The file cannot be opened: {path} ({reason}).</translation>
    </message>
    <message>
        <source>没有这个证件号码的记录，请核对号码。</source>
        <translation>There is no record of this number; please compare it.</translation>
    </message>
    <message>
        <source>请填写本窗口的号码（1至99），每个窗口各不相同。</source>
        <translation>Give this counter&apos;s number (1 to 99), another one at each counter.</translation>
    </message>
    <message>
        <source>连接设置没有存成（{reason}）。原有设置没有改动，请管理员检查数据文件夹。</source>
        <translation>The settings of the connection were not stored ({reason}). Those before are unchanged; the administrator should look at the data folder.</translation>
    </message>
    <message>
        <source>自己的第二要素请在“密码和第二要素”里停用；遗失的请另一位安全管理员办理。</source>
        <translation>End your own second factor under &quot;Password and second factor&quot;; if it is lost, ask another security administrator.</translation>
    </message>
    <message>
        <source>日志文件{path}不属于这个数据库，可能是复制时混入的。请管理员把它移到别处（不要删除）后再启动；数据没有改动。</source>
        <translation>The log {path} does not belong to this database; it may have come in with a copy. Have an administrator move it elsewhere (not delete it) and start again; the data is unchanged.</translation>
    </message>
    <message>
        <source>这份数据是从电脑“{name}”复制来的。两台电脑用同一份数据，受理号会重复，先后办理的内容也合不到一起：请确认那台电脑已经停用；还在使用的，请立即停止在本机办理，并联系系统管理员。</source>
        <translation>This data was copied from computer &quot;{name}&quot;. Two computers on the same data give the same case numbers twice, and their work cannot be put together: make sure that one is no longer used; if it is, stop working here at once and tell the system administrator.</translation>
    </message>
    <message>
        <source>这份单据不是开给某个人的，没有可以比较的登记。</source>
        <translation>This paper is about nobody: there is nothing to compare it with.</translation>
    </message>
    <message>
        <source>{path}不是本所服务器的备份文件。请选择扩展名为{suffix}的文件。</source>
        <translation>{path} is no backup of the station&apos;s server. Choose a file ending in {suffix}.</translation>
    </message>
    <message>
        <source>数据在本所服务器上，窗口凭服务器密码取得密钥，没有“免口令启动”。</source>
        <translation>The data is on the station&apos;s server; a counter gets its key by the server&apos;s password. There is no starting unasked.</translation>
    </message>
    <message>
        <source>本窗口还没有本所的密钥：服务器的密码改过。请在用过新密码的窗口登录一次，或请安全管理员在“备份与密钥”页输入恢复密钥。</source>
        <translation>This counter has not the station&apos;s key: the server&apos;s password was changed. Sign in once at a counter that used the new one, or have the security administrator type the recovery key under &quot;Backups and keys&quot;.</translation>
    </message>
    <message>
        <source>数据在本机，没有本所各窗口共用的密钥。</source>
        <translation>The data is on this computer; there is no key that counters share.</translation>
    </message>
    <message>
        <source>本所的密钥刚刚在别的窗口改过，这一次没有保存。请再做一次。</source>
        <translation>The station&apos;s keys were just changed at another counter; this was not stored. Do it again.</translation>
    </message>
    <message>
        <source>服务器连不上，本所的密钥要等服务器恢复后才能取得。</source>
        <translation>The server cannot be reached; the station&apos;s key can be had when it is back.</translation>
    </message>
    <message>
        <source>没有看到密钥盘。请插好后再试，或改用另一种方式。</source>
        <translation>No token is plugged in. Plug it in and try again, or use another way.</translation>
    </message>
    <message>
        <source>连接写得不对，如 &apos;host=/var/run/postgresql&apos;。</source>
        <translation>That is no connection; write for instance &apos;host=/var/run/postgresql&apos;.</translation>
    </message>
    <message>
        <source>请插好密钥盘，填写它的PIN。</source>
        <translation>Plug the token in and type its PIN.</translation>
    </message>
    <message>
        <source>密钥文件{path}已损坏，数据打不开。请勿删除这个文件和数据库，请管理员从备份恢复（python -m desktop.counter_backup）。</source>
        <translation>The key file {path} is damaged and the data cannot be opened. Delete neither it nor the database; have an administrator restore a backup (python -m desktop.counter_backup).</translation>
    </message>
    <message>
        <source>无法打开数据库 {path}：文件已损坏，或与密钥文件不匹配。请勿删除这两个文件，请管理员从备份恢复（python -m desktop.counter_backup）。</source>
        <translation>The database {path} cannot be opened: the file is damaged or does not match its key file. Do not delete either file. Ask an administrator to restore from a backup (python -m desktop.counter_backup).</translation>
    </message>
    <message>
        <source>数据库 {path} 有一部分已损坏。请停止办理，请管理员从备份恢复（python -m desktop.counter_backup）；原文件请保留。</source>
        <translation>Part of the database {path} is damaged. Stop working and ask an administrator to restore from a backup (python -m desktop.counter_backup). Keep the original file.</translation>
    </message>
    <message>
        <source>登录名或密码不对，没有恢复。要用备份时系统管理员的登录名和密码。</source>
        <translation>The name or password is wrong; nothing was restored. Give a system administrator&apos;s, as they were when the backup was made.</translation>
    </message>
    <message>
        <source>服务器上的用户“{user}”不能使用数据库“{database}”。请管理员在服务器上运行授权脚本，或改正用户名。</source>
        <translation>The server&apos;s user &quot;{user}&quot; may not use the database &quot;{database}&quot;. Ask an administrator to run the script that gives rights on the server, or correct the name.</translation>
    </message>
    <message>
        <source>服务器上的用户“{user}”不能办件，只能用于别的用途。请改用授权脚本建立的 counter_program；权限不全时请重新运行授权脚本。</source>
        <translation>The server&apos;s user &quot;{user}&quot; cannot do a counter&apos;s work and is for something else. Use counter_program, which the script that gives rights makes; where rights are missing, run that script again.</translation>
    </message>
    <message>
        <source>数据库文件{path}不见了，或者是空的，而它的密钥还在。请勿重新设立；请把文件放回原处，或请管理员从备份恢复（python -m desktop.counter_backup）。</source>
        <translation>The database {path} is gone or empty, and its keys are still there. Do not set the station up again; put the file back, or have an administrator restore a backup (python -m desktop.counter_backup).</translation>
    </message>
    <message>
        <source>这台电脑的时钟变了：本应是{before}，现在是{after}。受理号、期限和单据都按它写，请先核对日期和时间，不对请管理员校正后再办。已办的没有改动。</source>
        <translation>This computer&apos;s clock changed: it should be {before} and says {after}. Case numbers, terms and papers go by it: check date and time first and have an administrator correct it if it is wrong. What was done already is unchanged.</translation>
    </message>
    <message>
        <source>这台电脑的时钟是{after}，比上一次办理（{before}）还早。受理号、期限和单据都按它写，请先核对日期和时间，不对请管理员校正后再办。</source>
        <translation>This computer&apos;s clock says {after}, earlier than what was done here last ({before}). Case numbers, terms and papers go by it: check date and time first and have an administrator correct it if it is wrong.</translation>
    </message>
    <message>
        <source>找不到名称为“{host}”的服务器。请核对地址有没有写错，或请管理员检查域名解析。</source>
        <translation>No server is called {host}. Check the address for typing errors, or have an administrator check the name service.</translation>
    </message>
    <message>
        <source>“{host}”在，但端口{port}没有程序应答（连接被拒绝）。请核对端口，或在服务器上启动PostgreSQL并让它监听网络。</source>
        <translation>{host} is there, but nothing answers at port {port} (connection refused). Check the port, or start PostgreSQL on the server and have it listen to the network.</translation>
    </message>
    <message>
        <source>“{host}”的端口{port}在{seconds}秒内没有应答。请核对地址，检查服务器是否开机、网线和防火墙。</source>
        <translation>Port {port} of {host} gave no answer within {seconds} seconds. Check the address, whether the server is switched on, the cable and the firewall.</translation>
    </message>
    <message>
        <source>这台电脑到不了“{host}”（{reason}）。请检查本机的网线、网络设置，再核对地址。</source>
        <translation>This computer cannot reach {host} ({reason}). Check its cable and network settings, then the address.</translation>
    </message>
    <message>
        <source>文件夹“{host}”里没有端口{port}的PostgreSQL在应答。请核对路径和端口，或启动这台电脑上的PostgreSQL。</source>
        <translation>No PostgreSQL answers at port {port} in the folder {host}. Check the path and the port, or start PostgreSQL on this computer.</translation>
    </message>
    <message>
        <source>“{host}”上的PostgreSQL正在启动或停止。请等一会儿再试。</source>
        <translation>PostgreSQL on {host} is starting up or shutting down. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>“{host}”上的PostgreSQL是只读的备机，不能办件。请填主机的地址，或几台都填，用逗号分开。</source>
        <translation>PostgreSQL on {host} is a read-only standby and cannot be worked on. Type the primary&apos;s address, or all of them with commas between.</translation>
    </message>
    <message>
        <source>“{host}”的端口{port}有程序应答，但没有完成PostgreSQL的连接（{reason}）。请核对端口，或检查服务器上的PostgreSQL。</source>
        <translation>Something answers at port {port} of {host}, but did not let us in as PostgreSQL does ({reason}). Check the port, or PostgreSQL on the server.</translation>
    </message>
    <message>
        <source>{one}
{others}</source>
        <translation>{one}
{others}</translation>
    </message>
    <message>
        <source>服务器自己出了故障（{reason}），这一步没有保存，已填内容保留。请管理员检查服务器的磁盘和日志后再按一次。</source>
        <translation>The server itself has a fault ({reason}); this step was not saved, and what you typed is kept. The administrator should check the server&apos;s disk and log; then press once more.</translation>
    </message>
    <message>
        <source>15位的第一代身份证号码已停止使用。升位后应为{whole}，请与本人现在的证件核对后输入18位号码。</source>
        <translation>Numbers of 15 digits are no longer in use. With 18 digits this one is {whole}: check it against the person&apos;s present card and type all 18.</translation>
    </message>
    <message>
        <source>新密码不能和当前密码一样，也不能是最近{count}次用过的密码。</source>
        <translation>The new password must be neither the present one nor one of your last {count}.</translation>
    </message>
    <message>
        <source>新密码不能和当前密码一样。</source>
        <translation>The new password must not be the present one.</translation>
    </message>
    <message>
        <source>当前密码不对。</source>
        <translation>The present password is wrong.</translation>
    </message>
    <message>
        <source>此人已在“{address}”登记（{on}）。迁居的按“变更到新住址”办理，原登记随之结束。</source>
        <translation>This person is registered at &quot;{address}&quot; ({on}). If they have moved, register the move to the new address; the earlier registration then ends.</translation>
    </message>
    <message>
        <source>本所没有编号为{key}的密钥。</source>
        <translation>This station has no key {key}.</translation>
    </message>
    <message>
        <source>文件里有一把自称本所的密钥{key}，不是本所生成的，没有导入。请核对文件来源。</source>
        <translation>The file has a key {key} that claims to be this station&apos;s and was not made here. Nothing was imported. Check where the file comes from.</translation>
    </message>
    <message>
        <source>有人正在使用数据库的各表（例如正在备份，或窗口正在办理），等了{seconds}秒还没有完。什么都没有改动，各窗口照常办理；请等备份做完、窗口空闲时再运行一次。</source>
        <translation>The database&apos;s tables are in use (a backup is being made, say, or counters are at work) and were not free within {seconds} seconds. Nothing was changed and the counters go on; run it again when the backup is done and the counters are idle.</translation>
    </message>
    <message>
        <source>连续输错，还要等{left}才能再试恢复。</source>
        <translation>Wrong again and again: wait {left} before you try to restore once more.</translation>
    </message>
    <message>
        <source>无法写入{path}（{reason}），没有恢复。请管理员检查权限和磁盘。</source>
        <translation>Cannot write {path} ({reason}); nothing was restored. Have the administrator check permissions and the disk.</translation>
    </message>
    <message>
        <source>本窗口断网时用的副本（{path}）不见了或已损坏。已上传的业务都在服务器上；断网期间办了还没有上传的只在这个文件里，请勿删除。请管理员把数据文件夹里名称以window.开头的文件一起移到别处保存，再打开程序：副本会从服务器重新建立。</source>
        <translation>The copy that this counter works on while the line is down ({path}) is gone or damaged. All that was sent is on the server; what was done meanwhile and not sent yet is in this file alone, so do not delete it. The administrator should move all files whose names begin with window. from the data folder to a safe place and open the program again: the copy is then made anew from the server.</translation>
    </message>
    <message>
        <source>这台电脑的时钟是{after}，本所服务器的时钟是{before}。受理号、期限和单据都按这台电脑的写，请先核对日期和时间，不对请管理员校正后再办。</source>
        <translation>This computer&apos;s clock says {after}, the station&apos;s server&apos;s {before}. Case numbers, terms and papers go by this computer&apos;s: check date and time first; if they are wrong, have the administrator set them before you go on.</translation>
    </message>
    <message>
        <source>密码不要写在命令里，别的用户看得到。请放在 ~/.pgpass，并更换这个密码。</source>
        <translation>Do not write the password in the command: other users can see it. Keep it in ~/.pgpass, and change this password.</translation>
    </message>
    <message>
        <source>服务器的证书不能确认：它不在有效期内（这台电脑的时间是{now}）。为防假冒，没有连接。请先核对这台电脑的日期；日期没有错，请管理员给服务器换上新证书。</source>
        <translation>The server&apos;s certificate cannot be verified: it is not valid today (this computer&apos;s time is {now}). To be safe from impostors, no connection was made. First check this computer&apos;s date; if it is right, ask the administrator to give the server a new certificate.</translation>
    </message>
    <message>
        <source>服务器的证书不能确认：上面没有“{host}”这个名称或地址。为防假冒，没有连接。请管理员核对“连接”页上的服务器地址，或按这个地址重新签发证书。</source>
        <translation>The server&apos;s certificate cannot be verified: it does not name “{host}”. To be safe from impostors, no connection was made. Ask the administrator to check the server&apos;s address on the Connection page, or to issue a certificate for this address.</translation>
    </message>
    <message>
        <source>服务器的证书不能确认：它不是由本窗口所选的CA签发的。为防假冒，没有连接。请管理员查明原因；服务器确实换了CA的，在“连接”页选择新的CA文件。</source>
        <translation>The server&apos;s certificate cannot be verified: it was not issued by the CA chosen for this window. To be safe from impostors, no connection was made. Ask the administrator to find out why; if the server really has another CA now, choose the new CA file on the Connection page.</translation>
    </message>
    <message>
        <source>本窗口离线期间的第{sequence}项业务由更新版本的程序办理，本程序读不懂，上传停在这一项。请重新装上较新的版本；请不要删除任何文件。</source>
        <translation>Item {sequence} of what this window did offline was done by a newer version of the program, which this one cannot read; sending stops there. Please install the newer version again, and delete no files.</translation>
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
    <name>factors</name>
    <message>
        <source>登录密码</source>
        <translation>Sign-in password</translation>
    </message>
    <message>
        <source>放在哪个U盘</source>
        <translation>On which USB stick</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>6位以上，不用连号；它只保护这个密钥</source>
        <translation>At least 6 characters, no 123456; it protects this key only</translation>
    </message>
    <message>
        <source>我的U盘</source>
        <translation>My stick</translation>
    </message>
    <message>
        <source>设PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>再输一次PIN</source>
        <translation>PIN again</translation>
    </message>
    <message>
        <source>密钥存在U盘的一个文件里，登录时插上并输入PIN。U盘离开窗口请随身带走。</source>
        <translation>The key is kept in a file on the stick; plug it in to sign in and type its PIN. Take the stick with you when you leave the counter.</translation>
    </message>
    <message>
        <source>没有看到U盘。请插好后关闭本窗，再选一次。</source>
        <translation>There is no USB stick. Plug one in, close this sheet and choose again.</translation>
    </message>
    <message>
        <source>登记密钥U盘</source>
        <translation>Register a USB key</translation>
    </message>
    <message>
        <source>生成并登记</source>
        <translation>Make and register</translation>
    </message>
    <message>
        <source>确认是本人</source>
        <translation>Confirm that it is you</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>手机扫描的二维码</source>
        <translation>QR code for the telephone</translation>
    </message>
    <message>
        <source>扫不了码的，手工输入：</source>
        <translation>If it cannot be scanned, type:</translation>
    </message>
    <message>
        <source>只显示这一次。请不要拍照、抄写给别人。</source>
        <translation>Shown this once only. Do not photograph it or copy it for anybody.</translation>
    </message>
    <message>
        <source>手机上现在显示的6位数字</source>
        <translation>The 6 digits on the telephone now</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>用手机上的验证器扫描二维码，再输入它显示的6位数字。</source>
        <translation>Scan the QR code with an authenticator on the telephone, then type the 6 digits it shows.</translation>
    </message>
    <message>
        <source>登记手机动态码</source>
        <translation>Register a telephone&apos;s codes</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>我的手机</source>
        <translation>My telephone</translation>
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
    <message>
        <source>当地没有规定更长的居住证有效期。</source>
        <translation>The rules here provide no longer validity of the permit.</translation>
    </message>
    <message>
        <source>{moved}搬迁，应在{limit}内即{due}前申报，{reported}申报未逾期。</source>
        <translation>Moved on {moved}; to be reported within {limit}, by {due}. Reported on {reported}: in time.</translation>
    </message>
    <message>
        <source>{moved}搬迁，应在{limit}内即{due}前申报，{reported}申报逾期{days}个工作日。</source>
        <translation>Moved on {moved}; to be reported within {limit}, by {due}. Reported on {reported}: late, working days: {days}.</translation>
    </message>
    <message>
        <source>逾期照常办理，只记录逾期天数。</source>
        <translation>Late reports are accepted as usual; only the days late are recorded.</translation>
    </message>
    <message>
        <source>在{division}内搬迁，办理居住变更登记，居住证办理地址变更。</source>
        <translation>Moved within {division}: change the registration and the address of the permit.</translation>
    </message>
    <message>
        <source>从{from_division}搬到{division}，没有离开本市、县，办理居住变更登记，居住证办理地址变更。</source>
        <translation>Moved from {from_division} to {division}, within the same city or county: change the registration and the address of the permit.</translation>
    </message>
    <message>
        <source>从{from_division}迁到{division}，这里的登记注销，居住证交回，到新居住地登记。</source>
        <translation>Moved from {from_division} to {division}: the registration here ends, the permit is handed back, and the new residence is registered there.</translation>
    </message>
    <message>
        <source>当地规定应当申领。</source>
        <translation>The rules here require an application.</translation>
    </message>
    <message>
        <source>当地规定可以申领，由本人决定。</source>
        <translation>The rules here leave it to the person whether to apply.</translation>
    </message>
    <message>
        <source>没有说明住到哪一天，按拟居住{needed}日以上对待。</source>
        <translation>No end of stay was stated; treated as an intended stay of {needed} days or more.</translation>
    </message>
    <message>
        <source>拟居住{days}日，申领规定为{needed}日以上。</source>
        <translation>Intended stay: {days} days; the rule for applying is {needed} days or more.</translation>
    </message>
    <message>
        <source>拟居住满{needed}日的可以申领。</source>
        <translation>Whoever intends to stay {needed} days or more may apply.</translation>
    </message>
    <message>
        <source>申领人{age}周岁，规定年满{needed}周岁。</source>
        <translation>The applicant is {age}; the rule is {needed} or older.</translation>
    </message>
    <message>
        <source>年满{needed}周岁起可以申领。</source>
        <translation>The application is possible from the age of {needed}.</translation>
    </message>
    <message>
        <source>申领人{age}周岁，应当申领的是{first}至{last}周岁。</source>
        <translation>The applicant is {age}; people aged {first} to {last} must apply.</translation>
    </message>
    <message>
        <source>申领人{age}周岁，不在应当申领的{first}至{last}周岁内，可以不申领。</source>
        <translation>The applicant is {age}; only people aged {first} to {last} must apply, so they need not.</translation>
    </message>
    <message>
        <source>居住事由是{reason}，不在可以不申领的范围内。</source>
        <translation>Reason for residence: {reason}. It is not among the reasons exempt from applying.</translation>
    </message>
    <message>
        <source>居住事由是{reason}，可以不申领。</source>
        <translation>Reason for residence: {reason}. An application is not required.</translation>
    </message>
    <message>
        <source>住所是{lodging}，不在可以不申领的范围内。</source>
        <translation>Dwelling: {lodging}. It is not among the dwellings exempt from applying.</translation>
    </message>
    <message>
        <source>住所是{lodging}，可以不申领。</source>
        <translation>Dwelling: {lodging}. An application is not required.</translation>
    </message>
    <message>
        <source>当地没有规定可以延长办理期限。</source>
        <translation>The rules here do not allow the time limit to be extended.</translation>
    </message>
    <message>
        <source>延长办理期限应当有理由：{reasons}。</source>
        <translation>Extending the time limit takes one of these reasons: {reasons}.</translation>
    </message>
    <message>
        <source>{day}到达</source>
        <translation>Arrived on {day}</translation>
    </message>
    <message>
        <source>往返工作而不在这里居住，当地没有规定登记；自愿登记的照常办理。</source>
        <translation>Commutes to work without living here: the rules here require no registration. Voluntary registration is accepted as usual.</translation>
    </message>
    <message>
        <source>{since}起往返工作，满{months}个月为{full}。</source>
        <translation>Commuting to work since {since}; {months} months complete on {full}.</translation>
    </message>
    <message>
        <source>{full}起应当登记。</source>
        <translation>Registration is required from {full}.</translation>
    </message>
    <message>
        <source>{day}往返工作满期</source>
        <translation>Commuting period complete on {day}</translation>
    </message>
    <message>
        <source>常住户口在{hukou}，工作在{division}。</source>
        <translation>Hukou in {hukou}, work in {division}.</translation>
    </message>
    <message>
        <source>{started}，应在{limit}内即{due}前登记，{reported}登记未逾期。</source>
        <translation>{started}; to be registered within {limit}, by {due}. Registered on {reported}: in time.</translation>
    </message>
    <message>
        <source>{started}，应在{limit}内即{due}前登记，{reported}登记逾期{days}个工作日。</source>
        <translation>{started}; to be registered within {limit}, by {due}. Registered on {reported}: late, working days: {days}.</translation>
    </message>
    <message>
        <source>当日</source>
        <translation>the same day</translation>
    </message>
    <message>
        <source>流动人口数量不能是负数。</source>
        <translation>The number of newcomers cannot be negative.</translation>
    </message>
    <message>
        <source>流动人口{residents}人，{limit}人以上配备专职管理员和协管员。</source>
        <translation>Newcomers: {residents}. From {limit} on, full-time managers and auxiliaries are due.</translation>
    </message>
    <message>
        <source>不足{limit}人的至少配备{least}名兼职管理员。</source>
        <translation>Below {limit}, part-time managers are due, at least: {least}.</translation>
    </message>
    <message>
        <source>按{ratio}比1配备协管员{count}名。</source>
        <translation>One auxiliary for every {ratio} newcomers makes {count}.</translation>
    </message>
    <message>
        <source>应当提交{label}。</source>
        <translation>To be handed in: {label}.</translation>
    </message>
    <message>
        <source>应当提交{label}；数据共享可以取得的，不得要求提交。</source>
        <translation>To be handed in: {label}. It must not be demanded where data sharing supplies it.</translation>
    </message>
    <message>
        <source>没有规定{step}的期限。</source>
        <translation>No time limit is laid down: {step}.</translation>
    </message>
    <message>
        <source>当时当地的居住证不签注。</source>
        <translation>Permits of that time and place are not endorsed.</translation>
    </message>
    <message>
        <source>每{months}个月签注一次，本次为{opens}至{due}。</source>
        <translation>Endorsed every {months} months; this time from {opens} to {due}.</translation>
    </message>
    <message>
        <source>{opens}起可以签注。</source>
        <translation>The endorsement is possible from {opens}.</translation>
    </message>
    <message>
        <source>补办签注手续后恢复使用功能。</source>
        <translation>The permit works again once it is endorsed.</translation>
    </message>
    <message>
        <source>居住年限自{day}起计算。</source>
        <translation>The years of residence count from {day}.</translation>
    </message>
    <message>
        <source>逾期未签注，使用功能中止。</source>
        <translation>Not endorsed in time: the permit is suspended.</translation>
    </message>
    <message>
        <source>逾期未签注，没有规定使用功能中止。</source>
        <translation>Not endorsed in time; the rules do not suspend the permit.</translation>
    </message>
    <message>
        <source>居住证没有有效期。</source>
        <translation>The permit has no end.</translation>
    </message>
    <message>
        <source>没有规定更长的有效期。</source>
        <translation>No longer validity is laid down.</translation>
    </message>
    <message>
        <source>{issued}发证，有效期{months}个月，至{last}。</source>
        <translation>Issued on {issued}, valid for {months} months, until {last}.</translation>
    </message>
    <message>
        <source>适用于：{cases}。</source>
        <translation>Applies to: {cases}.</translation>
    </message>
    <message>
        <source>没有规定期满换证。</source>
        <translation>No renewal on expiry is laid down.</translation>
    </message>
    <message>
        <source>有效期至{last}，{opens}起换证。</source>
        <translation>Valid until {last}; renewed from {opens}.</translation>
    </message>
    <message>
        <source>{opens}起可以换证。</source>
        <translation>The renewal is possible from {opens}.</translation>
    </message>
    <message>
        <source>有效期已过，请重新申领。</source>
        <translation>The permit has expired. Apply for a new one.</translation>
    </message>
    <message>
        <source>注销原因：{reason}。</source>
        <translation>Reason for cancelling: {reason}.</translation>
    </message>
    <message>
        <source>{what}不收费。</source>
        <translation>Free of charge: {what}.</translation>
    </message>
    <message>
        <source>{what}收取工本费。</source>
        <translation>The cost of the card is charged: {what}.</translation>
    </message>
    <message>
        <source>当时当地没有规定居住证。</source>
        <translation>No residence permit was laid down at that time and place.</translation>
    </message>
    <message>
        <source>延长理由：{reason}；规定的理由：{allowed}。</source>
        <translation>Reason for extending: {reason}. Reasons allowed: {allowed}.</translation>
    </message>
    <message>
        <source>{step}自{start}起算，最晚{due}。</source>
        <translation>{step}: counted from {start}, last day {due}.</translation>
    </message>
    <message>
        <source>没有规定协管员、管理员的配备标准。</source>
        <translation>No number of auxiliaries or managers is laid down.</translation>
    </message>
    <message>
        <source>当时当地没有列入“{item}”。</source>
        <translation>&quot;{item}&quot; was not listed at that time and place.</translation>
    </message>
    <message>
        <source>持有{holding}，享有“{label}”。</source>
        <translation>Held: {holding}. Entitled to &quot;{label}&quot;.</translation>
    </message>
    <message>
        <source>持有{holding}，不享有“{label}”。</source>
        <translation>Held: {holding}. Not entitled to &quot;{label}&quot;.</translation>
    </message>
    <message>
        <source>持有{holdings}的享有。</source>
        <translation>Entitled are holders of: {holdings}.</translation>
    </message>
    <message>
        <source>自愿登记的照常办理。</source>
        <translation>Voluntary registration is accepted as usual.</translation>
    </message>
    <message>
        <source>没有规定自愿登记。</source>
        <translation>Voluntary registration is not laid down.</translation>
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
        <source>怎样可以办：{change}</source>
        <translation>What would help: {change}</translation>
    </message>
    <message>
        <source>签注期为{opens}至{due}，{on}在签注期内。</source>
        <translation>The endorsement period is {opens} to {due}; {on} lies in it.</translation>
    </message>
    <message>
        <source>签注期为{opens}至{due}，{on}还没有到。</source>
        <translation>The endorsement period is {opens} to {due}; {on} is too early.</translation>
    </message>
    <message>
        <source>签注期为{opens}至{due}，{on}已经逾期，办理补办签注。</source>
        <translation>The endorsement period was {opens} to {due}; {on} is late, so the endorsement is made up for.</translation>
    </message>
    <message>
        <source>在本地没有有效的居住登记。</source>
        <translation>No current residence registration here.</translation>
    </message>
    <message>
        <source>先办理居住登记；已经离开的，办理注销。</source>
        <translation>Register residence first; for somebody who has left, cancel the permit.</translation>
    </message>
    <message>
        <source>自{since}起在现住址登记。</source>
        <translation>Registered at the present address since {since}.</translation>
    </message>
    <message>
        <source>签注条件：{ground}，{material}{state}。</source>
        <translation>Ground: {ground}; {material}: {state}.</translation>
    </message>
    <message>
        <source>请提交居住、就业、就读三项证明之一，或者改选能够提供证明的条件。</source>
        <translation>Hand in proof of dwelling, work or study, or choose the ground that can be proved.</translation>
    </message>
    <message>
        <source>流动人口数量应为0至{most}之间的整数。</source>
        <translation>The number of newcomers is a whole number from 0 to {most}.</translation>
    </message>
    <message>
        <source>原居住证{number}{state}。</source>
        <translation>Former permit {number}: {state}.</translation>
    </message>
    <message>
        <source>原居住证已经终结的，请重新申领。</source>
        <translation>Once the former permit has ended, a new application is needed.</translation>
    </message>
    <message>
        <source>没有有效的居住登记。</source>
        <translation>There is no valid registration of residence.</translation>
    </message>
    <message>
        <source>居住登记有效，登记于{on}。</source>
        <translation>The registration of residence is valid, made on {on}.</translation>
    </message>
    <message>
        <source>请先办理居住登记。</source>
        <translation>Register the residence first.</translation>
    </message>
</context>
<context>
    <name>hand_over</name>
    <message>
        <source>在回执上签名</source>
        <translation>Signed on the receipt</translation>
    </message>
    <message>
        <source>在屏幕上签名</source>
        <translation>Signed on the screen</translation>
    </message>
    <message>
        <source>收回回执</source>
        <translation>Receipt given back</translation>
    </message>
    <message>
        <source>声明回执丢失</source>
        <translation>Receipt declared lost</translation>
    </message>
    <message>
        <source>收回旧证</source>
        <translation>Old card given back</translation>
    </message>
    <message>
        <source>声明旧证丢失</source>
        <translation>Old card declared lost</translation>
    </message>
    <message>
        <source>请扫描受理回执或者居住证上的条码，也可以输入22位受理号。</source>
        <translation>Scan the barcode on the receipt or the permit, or type the 22 digits of the case number.</translation>
    </message>
    <message>
        <source>{number}不是本所的号码（区划{division}，派出所{station}），请到受理的派出所领取。</source>
        <translation>{number} is not this station&apos;s (division {division}, station {station}). Collect it at the station that accepted it.</translation>
    </message>
    <message>
        <source>本所没有号码{number}的记录，请核对后重新扫描。</source>
        <translation>This station has no record of {number}. Check it and scan again.</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>the holder</translation>
    </message>
    <message>
        <source>代领人{name}（{relation}）</source>
        <translation>{name} ({relation}) on the holder&apos;s behalf</translation>
    </message>
    <message>
        <source>{number}是{kind}的单据，不是领取居住证用的受理回执。</source>
        <translation>{number} is from another kind of case ({kind}), not a receipt to collect a permit with.</translation>
    </message>
    <message>
        <source>办件{number}没有对应的居住证，请先制证。</source>
        <translation>No permit was made for case {number} yet. Make it first.</translation>
    </message>
    <message>
        <source>证面的{fields}与现在登记的不一致，请作废重制后再发放。</source>
        <translation>The card no longer matches the record: {fields}. Write it off and make it again before it is handed over.</translation>
    </message>
    <message>
        <source>{name}没有有效的居住登记，不能发放；已经离开的，请注销这张居住证。</source>
        <translation>{name} has no valid registration of residence, so nothing can be handed over. If they have left, cancel this permit.</translation>
    </message>
    <message>
        <source>{name}持有另一张居住证{number}（{state}），一人一证，请先处理那一张。</source>
        <translation>{name} holds another permit, {number} ({state}). One permit a person: deal with that one first.</translation>
    </message>
    <message>
        <source>要换的旧证{number}现在是“{state}”，不能换发新证，请先核对。</source>
        <translation>Permit {number}, which is to be replaced, is now &quot;{state}&quot;; the new one cannot be handed over. Check first.</translation>
    </message>
    <message>
        <source>居住证{number}现在是“{state}”（{on}，{who}办理），不能发放。</source>
        <translation>Permit {number} is now &quot;{state}&quot; ({on}, by {who}) and cannot be handed over.</translation>
    </message>
    <message>
        <source>制证后居住地址有变动，发放后请接着办理居住证地址变更。</source>
        <translation>The address has changed since the card was made. Change the permit&apos;s address after handing it over.</translation>
    </message>
    <message>
        <source>{kind}{number}现在是“{state}”，没有可以发放的居住证。</source>
        <translation>Case {number} ({kind}) is now &quot;{state}&quot;; there is no permit to hand over.</translation>
    </message>
    <message>
        <source>{kind}{number}还没有审核，没有可以发放的居住证。</source>
        <translation>Case {number} ({kind}) is not decided yet; there is no permit to hand over.</translation>
    </message>
    <message>
        <source>{kind}{number}还没有审核，应于{due}前办结，请届时再来。</source>
        <translation>Case {number} ({kind}) is not decided yet. It is due by {due}; please come back then.</translation>
    </message>
    <message>
        <source>{kind}{number}已审核通过，还没有制证。</source>
        <translation>Case {number} ({kind}) is granted, but the permit is not made yet.</translation>
    </message>
    <message>
        <source>{kind}{number}已审核通过，还没有制证，应于{due}前办结，请届时再来。</source>
        <translation>Case {number} ({kind}) is granted, but the permit is not made yet. It is due by {due}; please come back then.</translation>
    </message>
    <message>
        <source>{kind}{number}于{on}退回补正：{note}</source>
        <translation>Case {number} ({kind}) was sent back on {on}: {note}</translation>
    </message>
    <message>
        <source>{kind}{number}待补材料，还没有受理。</source>
        <translation>Case {number} ({kind}) lacks materials and is not accepted yet.</translation>
    </message>
    <message>
        <source>{kind}{number}已于{on}不予签发：{note}</source>
        <translation>Case {number} ({kind}) was denied on {on}: {note}</translation>
    </message>
    <message>
        <source>{name}的居住证（{number}）已于{at}由{who}发放给{to}，不能再发。</source>
        <translation>The permit of {name} ({number}) was handed over by {who} at {at} to {to}; it cannot be handed over again.</translation>
    </message>
    <message>
        <source>这张居住证逾期未签注，使用功能中止，请接着补办签注。</source>
        <translation>This permit was not endorsed in time and is suspended. Make up for the endorsement now.</translation>
    </message>
    <message>
        <source>旧证期满</source>
        <translation>Old permit expired</translation>
    </message>
    <message>
        <source>{number}是{kind}，不是领取居住证用的受理回执。</source>
        <translation>{number} is a {kind}, not a receipt to collect a permit with.</translation>
    </message>
    <message>
        <source>领取</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>持证人本人</source>
        <translation>The holder in person</translation>
    </message>
    <message>
        <source>代领人</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>领取人</source>
        <translation>Collected by</translation>
    </message>
    <message>
        <source>受理回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>旧证</source>
        <translation>Old card</translation>
    </message>
    <message>
        <source>代领人姓名</source>
        <translation>Name of who collects</translation>
    </message>
    <message>
        <source>代领人证件种类</source>
        <translation>Kind of their ID</translation>
    </message>
    <message>
        <source>代领人证件号码</source>
        <translation>Their ID number</translation>
    </message>
    <message>
        <source>代领人与持证人的关系</source>
        <translation>What they are to the holder</translation>
    </message>
    <message>
        <source>领取人签名</source>
        <translation>Signature of who collects</translation>
    </message>
    <message>
        <source>签名板</source>
        <translation>Signature pad</translation>
    </message>
    <message>
        <source>用鼠标、触控笔或手指签名；不便时请改在回执上签名。</source>
        <translation>Sign with the mouse, a pen or a finger; where that is awkward, sign on the receipt instead.</translation>
    </message>
    <message>
        <source>请在这里签名</source>
        <translation>Sign here</translation>
    </message>
    <message>
        <source>相片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>没有相片</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>正在保存上一张的发放，请稍候再扫。</source>
        <translation>The last one is still being stored; scan again in a moment.</translation>
    </message>
    <message>
        <source>发放居住证</source>
        <translation>Handing over a permit</translation>
    </message>
    <message>
        <source>受理回执、新证、旧证的条码</source>
        <translation>Barcode of the receipt, the new card or the old card</translation>
    </message>
    <message>
        <source>直接扫码，或者输入受理号、居住证编号后按 Enter</source>
        <translation>Scan, or type a case number or permit number and press Enter</translation>
    </message>
    <message>
        <source>未领取的居住证  Ctrl+Shift+C</source>
        <translation>Not collected  Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>未领取的居住证</source>
        <translation>Not collected</translation>
    </message>
    <message>
        <source>还没有扫码。</source>
        <translation>Nothing has been scanned yet.</translation>
    </message>
    <message>
        <source>发放</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>清除重签</source>
        <translation>Clear and sign again</translation>
    </message>
    <message>
        <source>恢复清除的</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>扫描领证人带来的受理回执，或者拿出的新证。</source>
        <translation>Scan the receipt that was brought, or the new card.</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>先扫描受理回执或者新证。</source>
        <translation>Scan a receipt or the new card first.</translation>
    </message>
    <message>
        <source>正在保存……</source>
        <translation>Storing…</translation>
    </message>
    <message>
        <source>没有签名。</source>
        <translation>There is no signature.</translation>
    </message>
    <message>
        <source>没有可以恢复的签名。</source>
        <translation>There is no signature to bring back.</translation>
    </message>
    <message>
        <source>又扫了一个码</source>
        <translation>Another code was scanned</translation>
    </message>
    <message>
        <source>{name}的发放还没有办完，填写的内容会丢掉。</source>
        <translation>The handing over to {name} is not done; what was filled in will be lost.</translation>
    </message>
    <message>
        <source>丢掉，办新扫的</source>
        <translation>Drop it, take the new one</translation>
    </message>
    <message>
        <source>接着办{name}的</source>
        <translation>Go on with {name}</translation>
    </message>
    <message>
        <source>填写的内容会丢掉，这张居住证仍然待领取。</source>
        <translation>What was filled in will be lost; the permit still waits to be collected.</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>居住证编号</source>
        <translation>Permit number</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>制证日期</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>证载地址</source>
        <translation>Address on the card</translation>
    </message>
    <message>
        <source>证件有效至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>最后领取日</source>
        <translation>Collect by</translation>
    </message>
    <message>
        <source>{day}（今天）</source>
        <translation>{day} (today)</translation>
    </message>
    <message>
        <source>{day}（已等{days}天）</source>
        <translation>{day} ({days} days ago)</translation>
    </message>
    <message>
        <source>代领人出示本人和持证人的证件，与填写的一致。</source>
        <translation>Whoever collects shows their own ID and the holder&apos;s; both match what is filled in.</translation>
    </message>
    <message>
        <source>卡面的相片、姓名与持证人的证件一致。</source>
        <translation>Photo and name on the card match the holder&apos;s ID.</translation>
    </message>
    <message>
        <source>来人与相片、卡面、身份证件一致。</source>
        <translation>The person matches the photo, the card and their ID.</translation>
    </message>
    <message>
        <source>旧证{number}已挂失；又找到的，一并收回。</source>
        <translation>The old card {number} was declared lost; if it was found again, take it back.</translation>
    </message>
    <message>
        <source>收回旧证{number}。</source>
        <translation>Take back the old card {number}.</translation>
    </message>
    <message>
        <source>申领时由{name}（{relation}）代办。</source>
        <translation>{name} ({relation}) applied for the holder.</translation>
    </message>
    <message>
        <source>发给持证人本人</source>
        <translation>To the holder in person</translation>
    </message>
    <message>
        <source>发给代领人{name}</source>
        <translation>To {name} for the holder</translation>
    </message>
    <message>
        <source>，</source>
        <translation> · </translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>{name}的居住证（{serial}）已发放。请告诉领证人：</source>
        <translation>The permit of {name} ({serial}) has been handed over. Please tell whoever collected it:</translation>
    </message>
    <message>
        <source>请在{opens}至{due}之间来办理签注，逾期未签注的，使用功能中止。</source>
        <translation>Come for the endorsement between {opens} and {due}; without it the permit&apos;s use is suspended.</translation>
    </message>
    <message>
        <source>居住证有效至{day}。</source>
        <translation>The permit is valid until {day}.</translation>
    </message>
    <message>
        <source>居住地址变动的，请来办理地址变更；证件遗失的，请及时挂失。</source>
        <translation>Come to change the address when you move; declare the card lost at once if it is lost.</translation>
    </message>
    <message>
        <source>旧证{number}从现在起不能再用。</source>
        <translation>The old card {number} is void from now on.</translation>
    </message>
    <message>
        <source>先办完或者放下现在这一张，再接着办没有办完的那一张。</source>
        <translation>Finish this one or put it away first, then go on with the unfinished one.</translation>
    </message>
    <message>
        <source>证件流水号</source>
        <translation>Card serial</translation>
    </message>
    <message>
        <source>发给代领人</source>
        <translation>To somebody else for the holder</translation>
    </message>
    <message>
        <source>查看居住证</source>
        <translation>View permit</translation>
    </message>
    <message>
        <source>查看办件</source>
        <translation>View case</translation>
    </message>
    <message>
        <source>暂不发放</source>
        <translation>Put away</translation>
    </message>
</context>
<context>
    <name>holding</name>
    <message>
        <source>居住登记凭证</source>
        <translation>Registration certificate</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Residence permit</translation>
    </message>
</context>
<context>
    <name>hukou</name>
    <message>
        <source>本测算按填写的情况对照规定得出，只供了解，不是审批决定；能否落户，由公安机关核验材料后决定。</source>
        <translation>This assessment compares what was stated with the rules. It informs and decides nothing: whether the hukou is transferred is decided by the police after checking the materials.</translation>
    </message>
    <message>
        <source>按填写的情况，条件已具备。</source>
        <translation>As stated, every condition is met.</translation>
    </message>
    <message>
        <source>情况不变的，{day}起条件具备。</source>
        <translation>If nothing changes, every condition is met from {day}.</translation>
    </message>
    <message>
        <source>还缺{number}项条件。</source>
        <translation>Conditions still missing: {number}.</translation>
    </message>
    <message>
        <source>优化落户区域</source>
        <translation>Optimised hukou zone</translation>
    </message>
    <message>
        <source>鼓励落户区域</source>
        <translation>Encouraged hukou zone</translation>
    </message>
    <message>
        <source>放开落户区域（长清、章丘）</source>
        <translation>Open hukou zone (长清, 章丘)</translation>
    </message>
    <message>
        <source>放开落户区域（平阴、济阳、商河）</source>
        <translation>Open hukou zone (平阴, 济阳, 商河)</translation>
    </message>
    <message>
        <source>人才落户</source>
        <translation>Talent</translation>
    </message>
    <message>
        <source>居住就业落户</source>
        <translation>Residence and work</translation>
    </message>
    <message>
        <source>政策落户</source>
        <translation>Policy groups</translation>
    </message>
    <message>
        <source>引进项目落户</source>
        <translation>Introduced project</translation>
    </message>
    <message>
        <source>亲属投靠落户</source>
        <translation>Joining relatives</translation>
    </message>
    <message>
        <source>鼓励落户</source>
        <translation>Encouraged transfer</translation>
    </message>
    <message>
        <source>放开落户</source>
        <translation>Open transfer</translation>
    </message>
    <message>
        <source>原购房落户（过渡期）</source>
        <translation>Former home purchase rule (transition)</translation>
    </message>
    <message>
        <source>配偶</source>
        <translation>Spouse</translation>
    </message>
    <message>
        <source>未成年子女</source>
        <translation>Children under age</translation>
    </message>
    <message>
        <source>未婚子女</source>
        <translation>Unmarried children</translation>
    </message>
    <message>
        <source>父母</source>
        <translation>Parents</translation>
    </message>
    <message>
        <source>没有合法稳定就业</source>
        <translation>No lawful stable work</translation>
    </message>
    <message>
        <source>驻济单位引进、聘用、招收</source>
        <translation>Recruited or employed by a unit in Jinan</translation>
    </message>
    <message>
        <source>自主经营</source>
        <translation>Own business</translation>
    </message>
    <message>
        <source>在同一落户区域内</source>
        <translation>Within the same hukou zone</translation>
    </message>
    <message>
        <source>在同一县内</source>
        <translation>Within the same county</translation>
    </message>
    <message>
        <source>没有合法稳定住所</source>
        <translation>No lawful stable home</translation>
    </message>
    <message>
        <source>自有住宅，已取得房产证或不动产证</source>
        <translation>Own home with title deed</translation>
    </message>
    <message>
        <source>自有住所，未取得产权证或者不是住宅用途</source>
        <translation>Own dwelling without title deed, or not for living</translation>
    </message>
    <message>
        <source>有合法使用权的住所</source>
        <translation>Dwelling with a lawful right of use</translation>
    </message>
    <message>
        <source>合法租赁的住所</source>
        <translation>Lawfully rented dwelling</translation>
    </message>
    <message>
        <source>国内外顶尖人才（A类）</source>
        <translation>Top talent, Chinese or foreign (class A)</translation>
    </message>
    <message>
        <source>国家级领军人才（B类）</source>
        <translation>National leading talent (class B)</translation>
    </message>
    <message>
        <source>省级领军人才（C类）</source>
        <translation>Provincial leading talent (class C)</translation>
    </message>
    <message>
        <source>市级领军人才（D类）</source>
        <translation>City leading talent (class D)</translation>
    </message>
    <message>
        <source>高级人才（E类）</source>
        <translation>Senior talent (class E)</translation>
    </message>
    <message>
        <source>省、市人才工作领导小组认定的其他高层次、高技能人才</source>
        <translation>Other high-level or high-skill talent recognised by the province or city</translation>
    </message>
    <message>
        <source>学士学位</source>
        <translation>Bachelor&apos;s degree</translation>
    </message>
    <message>
        <source>硕士学位</source>
        <translation>Master&apos;s degree</translation>
    </message>
    <message>
        <source>博士学位</source>
        <translation>Doctorate</translation>
    </message>
    <message>
        <source>正高级专业技术职务资格</source>
        <translation>Full senior professional title</translation>
    </message>
    <message>
        <source>副高级专业技术职务资格</source>
        <translation>Associate senior professional title</translation>
    </message>
    <message>
        <source>中级专业技术职务资格</source>
        <translation>Intermediate professional title</translation>
    </message>
    <message>
        <source>初级专业技术职务资格</source>
        <translation>Junior professional title</translation>
    </message>
    <message>
        <source>高级技师</source>
        <translation>Senior technician</translation>
    </message>
    <message>
        <source>技师</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>高级职业资格</source>
        <translation>Advanced vocational qualification</translation>
    </message>
    <message>
        <source>中央部委、省委省政府、市委市政府表彰</source>
        <translation>Commended by a central ministry, the province or the city</translation>
    </message>
    <message>
        <source>世界技能大赛获奖</source>
        <translation>Prize at the WorldSkills Competition</translation>
    </message>
    <message>
        <source>国家级一、二类职业技能竞赛获奖</source>
        <translation>Prize at a national skills contest (class 1 or 2)</translation>
    </message>
    <message>
        <source>本省一类职业技能竞赛获奖</source>
        <translation>Prize at a provincial skills contest (class 1)</translation>
    </message>
    <message>
        <source>本市一类职业技能竞赛获奖</source>
        <translation>Prize at a city skills contest (class 1)</translation>
    </message>
    <message>
        <source>经批准调入的干部、职工</source>
        <translation>Cadres and staff transferred with approval</translation>
    </message>
    <message>
        <source>办理派遣接收手续的毕业生</source>
        <translation>Graduates assigned and received</translation>
    </message>
    <message>
        <source>录取的新生、本市生源毕业生、退学回原籍的在校生</source>
        <translation>New students, graduates from this city, students returning after leaving school</translation>
    </message>
    <message>
        <source>易地安置的退役士官（兵）</source>
        <translation>Discharged soldiers resettled here</translation>
    </message>
    <message>
        <source>军队转业、退伍、离退休人员和随军家属</source>
        <translation>Former and retired military personnel, and families of the military</translation>
    </message>
    <message>
        <source>离退休安置、恢复户口、无户口登记、回国（境）定居人员</source>
        <translation>Resettled retirees, hukou restored, people without hukou, returned to settle</translation>
    </message>
    <message>
        <source>投靠配偶</source>
        <translation>Joining spouse</translation>
    </message>
    <message>
        <source>投靠父母</source>
        <translation>Joining parents</translation>
    </message>
    <message>
        <source>投靠成年子女</source>
        <translation>Joining adult children</translation>
    </message>
    <message>
        <source>父母双亡，投靠祖父母、外祖父母</source>
        <translation>Orphan joining grandparents</translation>
    </message>
    <message>
        <source>被依法收养</source>
        <translation>Lawfully adopted</translation>
    </message>
    <message>
        <source>{division}属于{zone}，可以按这条途径申请。</source>
        <translation>{division} lies in: {zone}. This route is open there.</translation>
    </message>
    <message>
        <source>这条途径不按就业、住所判断，由窗口按实施细则核对。</source>
        <translation>Work and dwelling are not judged on this route; the counter checks by the detailed rules.</translation>
    </message>
    <message>
        <source>就业情况：{employment}。</source>
        <translation>Work: {employment}.</translation>
    </message>
    <message>
        <source>由驻济党政机关、人民团体、企事业单位引进、聘用、招收。</source>
        <translation>Be recruited or employed by a public body, organisation or enterprise in Jinan.</translation>
    </message>
    <message>
        <source>没有签订劳动合同。</source>
        <translation>No labour contract is signed.</translation>
    </message>
    <message>
        <source>已签订劳动合同。</source>
        <translation>A labour contract is signed.</translation>
    </message>
    <message>
        <source>签订劳动合同。</source>
        <translation>Sign a labour contract.</translation>
    </message>
    <message>
        <source>没有居住证。</source>
        <translation>No residence permit.</translation>
    </message>
    <message>
        <source>持有居住证。</source>
        <translation>Holds a residence permit.</translation>
    </message>
    <message>
        <source>申领居住证。</source>
        <translation>Apply for a residence permit.</translation>
    </message>
    <message>
        <source>{age}周岁，规定{limit}周岁以下（含{limit}周岁，到{last}为止）。</source>
        <translation>Aged {age}; the rule is up to {limit}, {limit} included, that is until {last}.</translation>
    </message>
    <message>
        <source>已经超过年龄，这条途径不再适用。</source>
        <translation>The age is passed; this route is closed.</translation>
    </message>
    <message>
        <source>没有常住户口，不在市内五区之内。</source>
        <translation>No hukou, so not in the five central districts.</translation>
    </message>
    <message>
        <source>常住户口在{hukou}，在市内五区之内。</source>
        <translation>Hukou in {hukou}, in the five central districts.</translation>
    </message>
    <message>
        <source>常住户口在{hukou}，在市内五区以外。</source>
        <translation>Hukou in {hukou}, outside the five central districts.</translation>
    </message>
    <message>
        <source>市内五区之内的户口迁移不按这份规定办理。</source>
        <translation>Transfers within the five central districts do not go by these rules.</translation>
    </message>
    <message>
        <source>{hukou}原常住户口居民，可以申请在市区现居住地落户。</source>
        <translation>Original hukou in {hukou}: the hukou may be transferred to the present residence in the city.</translation>
    </message>
    <message>
        <source>由{previous}迁入{hukou}，与当地原常住户口居民同等。</source>
        <translation>Transferred from {previous} to {hukou}: treated like original residents there.</translation>
    </message>
    <message>
        <source>{since}迁入{hukou}落户，满{years}年为{full}。</source>
        <translation>Hukou in {hukou} since {since}; {years} years complete on {full}.</translation>
    </message>
    <message>
        <source>{full}起可以申请。</source>
        <translation>The application is possible from {full}.</translation>
    </message>
    <message>
        <source>在{zone}内有合法稳定就业。</source>
        <translation>Have lawful stable work in: {zone}.</translation>
    </message>
    <message>
        <source>没有合法稳定就业。</source>
        <translation>No lawful stable work.</translation>
    </message>
    <message>
        <source>在{zone}内有合法稳定就业：{employment}。</source>
        <translation>Lawful stable work in: {zone}. Work: {employment}.</translation>
    </message>
    <message>
        <source>就业地是{work}，不能认定在{zone}内（写到街道、镇才能判断）。</source>
        <translation>Work in {work}; it cannot be found to lie in: {zone} (state the subdistrict or town).</translation>
    </message>
    <message>
        <source>住所：{dwelling}。</source>
        <translation>Dwelling: {dwelling}.</translation>
    </message>
    <message>
        <source>有以下之一：{needed}。</source>
        <translation>Have one of: {needed}.</translation>
    </message>
    <message>
        <source>{first}；{then}</source>
        <translation>{first}; {then}</translation>
    </message>
    <message>
        <source>住所：{dwelling}；就业情况：{employment}。有其中一项即可。</source>
        <translation>Dwelling: {dwelling}; work: {employment}. Either will do.</translation>
    </message>
    <message>
        <source>在当地有合法稳定住所（含租赁），或者有合法稳定就业。</source>
        <translation>Have a lawful stable home here (rented will do), or lawful stable work.</translation>
    </message>
    <message>
        <source>没有参加本市城镇职工养老保险。</source>
        <translation>Not in this city&apos;s pension insurance for employees.</translation>
    </message>
    <message>
        <source>参加本市城镇职工养老保险。</source>
        <translation>Join this city&apos;s pension insurance for employees.</translation>
    </message>
    <message>
        <source>参加本市城镇职工养老保险，满{needed}个月。</source>
        <translation>Join this city&apos;s pension insurance for employees, for {needed} months.</translation>
    </message>
    <message>
        <source>已参加本市城镇职工养老保险。</source>
        <translation>In this city&apos;s pension insurance for employees.</translation>
    </message>
    <message>
        <source>参加本市城镇职工养老保险{paid}个月，规定满{needed}个月。</source>
        <translation>In this city&apos;s pension insurance for employees for {paid} months; the rule is {needed} months.</translation>
    </message>
    <message>
        <source>再按月缴费{months}个月，最早{full}满。</source>
        <translation>Pay for {months} months more; complete on {full} at the earliest.</translation>
    </message>
    <message>
        <source>不是{group}。</source>
        <translation>Does not belong to: {group}.</translation>
    </message>
    <message>
        <source>是{group}。</source>
        <translation>Belongs to: {group}.</translation>
    </message>
    <message>
        <source>由相关管理部门调入、接收、安置的，凭其文件申请。</source>
        <translation>Whoever is transferred, received or resettled by the department in charge applies with its papers.</translation>
    </message>
    <message>
        <source>不是经市政府同意成建制落户的引进项目单位的职工。</source>
        <translation>Not on the staff of an introduced project that the city government has approved.</translation>
    </message>
    <message>
        <source>是经市政府同意成建制落户的引进项目单位的职工。</source>
        <translation>On the staff of an introduced project that the city government has approved.</translation>
    </message>
    <message>
        <source>由单位报市政府同意后成建制办理。</source>
        <translation>The unit applies for its whole staff, once the city government has approved.</translation>
    </message>
    <message>
        <source>具备条件：{held}。</source>
        <translation>Qualification held: {held}.</translation>
    </message>
    <message>
        <source>没有这条途径所列的学历、学位、资格或者荣誉。</source>
        <translation>None of the education, degrees, qualifications or honours that this route lists.</translation>
    </message>
    <message>
        <source>学历不是全日制普通大专、中专学历。</source>
        <translation>The education is not full-time junior college or secondary vocational school.</translation>
    </message>
    <message>
        <source>取得这条途径所列的学历、学位、资格或者荣誉之一。</source>
        <translation>Obtain one of the education, degrees, qualifications or honours that this route lists.</translation>
    </message>
    <message>
        <source>{honour}。</source>
        <translation>{honour}.</translation>
    </message>
    <message>
        <source>{honour}，{prize}等奖，{day}获得，规定近{years}年{limit}等奖以上。</source>
        <translation>{honour}: grade {prize}, won on {day}; the rule is grade {limit} or better in the last {years} years.</translation>
    </message>
    <message>
        <source>近{years}年内获得{limit}等奖以上。</source>
        <translation>Win a prize of grade {limit} or better; it counts for {years} years.</translation>
    </message>
    <message>
        <source>不是这种投靠：{kin}。</source>
        <translation>Does not apply: {kin}.</translation>
    </message>
    <message>
        <source>{kin}。</source>
        <translation>{kin}.</translation>
    </message>
    <message>
        <source>有这种关系的亲属在本市落户的，可以申请。</source>
        <translation>Open to whoever has such a relative with hukou in this city.</translation>
    </message>
    <message>
        <source>没有写明被投靠人的常住户口在哪里。</source>
        <translation>The hukou place of the relative was not stated.</translation>
    </message>
    <message>
        <source>被投靠人的常住户口在{division}。</source>
        <translation>Hukou of the relative in {division}.</translation>
    </message>
    <message>
        <source>被投靠人应是本市常住户口居民。</source>
        <translation>The relative must have hukou in this city.</translation>
    </message>
    <message>
        <source>没有写明登记结婚的日期。</source>
        <translation>The day of marriage was not stated.</translation>
    </message>
    <message>
        <source>登记结婚后可以随时办理。</source>
        <translation>Possible at any time after the marriage is registered.</translation>
    </message>
    <message>
        <source>{day}登记结婚，不受婚龄、年龄限制。</source>
        <translation>Married on {day}; neither age nor length of marriage matters.</translation>
    </message>
    <message>
        <source>没有办理过在济夫妻投靠。</source>
        <translation>Has not joined a spouse in Jinan before.</translation>
    </message>
    <message>
        <source>办理过在济夫妻投靠，{day}登记结婚，婚姻存续满{months}个月为{full}。</source>
        <translation>Has joined a spouse in Jinan before; married on {day}, {months} months of marriage complete on {full}.</translation>
    </message>
    <message>
        <source>{age}周岁，婚姻状况：{status}；未成年或者成年未婚的可以随父或随母落户。</source>
        <translation>Aged {age}, marital status: {status}. Whoever is under age, or of age and unmarried, may join father or mother.</translation>
    </message>
    <message>
        <source>已婚或者结过婚的成年子女不能按这条途径申请。</source>
        <translation>Adult children who are or were married cannot apply on this route.</translation>
    </message>
    <message>
        <source>被投靠的父母不是以投靠子女落户的。</source>
        <translation>The parents did not get their own hukou by joining a child.</translation>
    </message>
    <message>
        <source>被投靠的父母自己是以投靠子女落户的，其他子女不能连环迁入。</source>
        <translation>The parents got their own hukou by joining a child, so other children cannot follow them.</translation>
    </message>
    <message>
        <source>可以看其他途径是否适用。</source>
        <translation>See whether another route applies.</translation>
    </message>
    <message>
        <source>没有写明子女的出生日期，按成年子女对待。</source>
        <translation>The child&apos;s date of birth was not stated; treated as of age.</translation>
    </message>
    <message>
        <source>子女{day}满{grown}周岁。</source>
        <translation>The child is {grown} on {day}.</translation>
    </message>
    <message>
        <source>{day}起可以申请。</source>
        <translation>The application is possible from {day}.</translation>
    </message>
    <message>
        <source>没有写明性别。</source>
        <translation>The sex was not stated.</translation>
    </message>
    <message>
        <source>男年满{male}周岁、女年满{female}周岁。</source>
        <translation>Men from the age of {male}, women from {female}.</translation>
    </message>
    <message>
        <source>{sex}，{age}周岁，规定年满{needed}周岁。</source>
        <translation>{sex}, aged {age}; the rule is {needed} or older.</translation>
    </message>
    <message>
        <source>{day}年满{needed}周岁，当日起可以申请。</source>
        <translation>Aged {needed} on {day}; the application is possible from that day.</translation>
    </message>
    <message>
        <source>{age}周岁，规定未满{grown}周岁。</source>
        <translation>Aged {age}; the rule is under {grown}.</translation>
    </message>
    <message>
        <source>已经成年，这条途径不再适用。</source>
        <translation>Of age already; this route is closed.</translation>
    </message>
    <message>
        <source>没有按原购房落户政策购买商品住房。</source>
        <translation>No home was bought under the former home purchase rule.</translation>
    </message>
    <message>
        <source>{day}购买商品住房，规定在{before}公布以前。</source>
        <translation>Home bought on {day}; the rule is before publication on {before}.</translation>
    </message>
    <message>
        <source>购房落户限制已经取消，请看其他途径。</source>
        <translation>The home purchase rule is abolished; see other routes.</translation>
    </message>
    <message>
        <source>过渡期自{before}公布之日起，到{last}为止。</source>
        <translation>The transition runs from publication on {before} until {last}.</translation>
    </message>
    <message>
        <source>过渡期已过，请看其他途径。</source>
        <translation>The transition is over; see other routes.</translation>
    </message>
    <message>
        <source>{division}分属不同的落户区域，请选到街道、镇。</source>
        <translation>{division} lies in several hukou zones. Choose the subdistrict or town.</translation>
    </message>
    <message>
        <source>{division}不在{document}划定的落户区域内，不能按这份规定判断。</source>
        <translation>{division} lies in no hukou zone of {document}, so it cannot be assessed by these rules.</translation>
    </message>
    <message>
        <source>人才落户（1）：A至E类人才和认定的其他高层次、高技能人才</source>
        <translation>Talent (1): classes A to E, other recognised high-level or high-skill talent</translation>
    </message>
    <message>
        <source>人才落户（2）：博士、硕士，副高级以上职称，高级技师</source>
        <translation>Talent (2): doctors, masters, associate senior title or above, senior technicians</translation>
    </message>
    <message>
        <source>人才落户（3）：受表彰或在职业技能竞赛中获奖</source>
        <translation>Talent (3): commended, or prize at a skills contest</translation>
    </message>
    <message>
        <source>人才落户（4）：50周岁以下，中级以上职称或技师以上职业资格</source>
        <translation>Talent (4): up to 50, intermediate title or above, technician or above</translation>
    </message>
    <message>
        <source>人才落户（5）：45周岁以下，初级职称或高级职业资格</source>
        <translation>Talent (5): up to 45, junior title or advanced vocational qualification</translation>
    </message>
    <message>
        <source>人才落户（6）：45周岁以下，研究生、本科学历</source>
        <translation>Talent (6): up to 45, postgraduate or undergraduate</translation>
    </message>
    <message>
        <source>人才落户（7）：40周岁以下，全日制大专、中专学历</source>
        <translation>Talent (7): up to 40, full-time junior college or secondary vocational school</translation>
    </message>
    <message>
        <source>政策落户（1）：调入的干部、职工</source>
        <translation>Policy groups (1): cadres and staff transferred here</translation>
    </message>
    <message>
        <source>政策落户（2）：毕业生</source>
        <translation>Policy groups (2): graduates</translation>
    </message>
    <message>
        <source>政策落户（3）：新生、本市生源毕业生、退学回原籍的在校生</source>
        <translation>Policy groups (3): new students, graduates from this city, students returning after leaving school</translation>
    </message>
    <message>
        <source>政策落户（4）：易地安置的退役士官（兵）</source>
        <translation>Policy groups (4): discharged soldiers resettled here</translation>
    </message>
    <message>
        <source>政策落户（5）：军队转业、退伍、离退休人员，随军家属</source>
        <translation>Policy groups (5): former and retired military personnel, families of the military</translation>
    </message>
    <message>
        <source>政策落户（6）：离退休安置、恢复户口、无户口登记、回国（境）定居</source>
        <translation>Policy groups (6): resettled retirees, hukou restored, people without hukou, returned to settle</translation>
    </message>
    <message>
        <source>亲属投靠（1）：夫妻投靠</source>
        <translation>Joining relatives (1): spouse</translation>
    </message>
    <message>
        <source>亲属投靠（2）：子女投靠</source>
        <translation>Joining relatives (2): children joining parents</translation>
    </message>
    <message>
        <source>亲属投靠（3）：父母投靠</source>
        <translation>Joining relatives (3): parents joining children</translation>
    </message>
    <message>
        <source>亲属投靠（4）：父母双亡的未成年人</source>
        <translation>Joining relatives (4): orphans under age</translation>
    </message>
    <message>
        <source>亲属投靠（5）：依法收养子女</source>
        <translation>Joining relatives (5): adopted children</translation>
    </message>
    <message>
        <source>鼓励落户：居住、就业并参保满2年</source>
        <translation>Encouraged transfer: living and working here, insured for 2 years</translation>
    </message>
    <message>
        <source>放开落户：长清、章丘居住、就业并参保</source>
        <translation>Open transfer: living, working and insured in 长清 or 章丘</translation>
    </message>
    <message>
        <source>放开落户：平阴、济阳、商河居住或就业</source>
        <translation>Open transfer: living or working in 平阴, 济阳 or 商河</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>常住户口不在这些区</source>
        <translation>Hukou outside these districts</translation>
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
        <source>不判断就业、住所的途径</source>
        <translation>Routes where work and dwelling are not judged</translation>
    </message>
    <message>
        <source>再迁往市区其他区</source>
        <translation>Moving on to another district of the city</translation>
    </message>
    <message>
        <source>与原常住户口居民同等</source>
        <translation>Treated like original residents</translation>
    </message>
    <message>
        <source>成年</source>
        <translation>Of age</translation>
    </message>
    <message>
        <source>连环迁入</source>
        <translation>Chain transfer</translation>
    </message>
    <message>
        <source>仅供查阅</source>
        <translation>For reference only</translation>
    </message>
    <message>
        <source>没有写随迁人员。</source>
        <translation>Nobody is named to come along.</translation>
    </message>
    <message>
        <source>可以随迁：{family}。</source>
        <translation>May come along: {family}.</translation>
    </message>
    <message>
        <source>常住户口在市内五区以外</source>
        <translation>Hukou outside the five central districts</translation>
    </message>
    <message>
        <source>具备其一：{any_of}</source>
        <translation>Any one of: {any_of}</translation>
    </message>
    <message>
        <source>经市政府同意成建制落户的引进项目单位的职工</source>
        <translation>Staff of an introduced project that the city government has approved</translation>
    </message>
    <message>
        <source>男年满{male}周岁、女年满{female}周岁</source>
        <translation>Men from the age of {male}, women from {female}</translation>
    </message>
    <message>
        <source>已办理过在济夫妻投靠的，婚姻存续期满{months}个月</source>
        <translation>Having joined a spouse in Jinan before: {months} months of marriage</translation>
    </message>
    <message>
        <source>{age}周岁以下（含{age}周岁）</source>
        <translation>Up to the age of {age}, {age} included</translation>
    </message>
    <message>
        <source>合法稳定住所、合法稳定就业有其一</source>
        <translation>A lawful stable home or lawful stable work</translation>
    </message>
    <message>
        <source>合法稳定就业：{where}</source>
        <translation>Lawful stable work: {where}</translation>
    </message>
    <message>
        <source>合法稳定住所：{any_of}</source>
        <translation>Lawful stable home: {any_of}</translation>
    </message>
    <message>
        <source>签订劳动合同</source>
        <translation>Labour contract signed</translation>
    </message>
    <message>
        <source>参加本市城镇职工养老保险满{months}个月</source>
        <translation>This city&apos;s pension insurance for employees for {months} months</translation>
    </message>
    <message>
        <source>参加本市城镇职工养老保险</source>
        <translation>This city&apos;s pension insurance for employees</translation>
    </message>
    <message>
        <source>持有居住证</source>
        <translation>Holds a residence permit</translation>
    </message>
    <message>
        <source>由长清、章丘迁来的，须为原常住户口居民或者落户已满规定年限</source>
        <translation>From 长清 or 章丘: original residents, or hukou there for the years laid down</translation>
    </message>
    <message>
        <source>{before}以前按原购房落户政策购买商品住房，自该日起{months}个月内</source>
        <translation>Home bought before {before} under the former home purchase rule; within {months} months from that day</translation>
    </message>
    <message>
        <source>全日制{education}</source>
        <translation>{education}, full-time</translation>
    </message>
    <message>
        <source>{education}（参保满{months}个月）</source>
        <translation>{education} (insured for {months} months)</translation>
    </message>
    <message>
        <source>{honour}，近{years}年内{limit}等奖以上</source>
        <translation>{honour}: grade {limit} or better in the last {years} years</translation>
    </message>
    <message>
        <source>{name}（{code}）</source>
        <translation>{name} ({code})</translation>
    </message>
    <message>
        <source>{name}（{code}）：{note}</source>
        <translation>{name} ({code}): {note}</translation>
    </message>
    <message>
        <source>{counties}原常住户口居民，或者迁入满{months}个月的，可以迁往：{into}</source>
        <translation>Original residents of {counties}, or with hukou there for {months} months, may move on to: {into}</translation>
    </message>
    <message>
        <source>以投靠子女落户的父母，其他子女不能再投靠他们迁入</source>
        <translation>Parents with hukou by joining a child cannot be joined by other children</translation>
    </message>
    <message>
        <source>没有限制</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>年满{age}周岁</source>
        <translation>{age} or older</translation>
    </message>
    <message>
        <source>{division}属于{zone}。</source>
        <translation>{division} lies in: {zone}.</translation>
    </message>
    <message>
        <source>{zone}没有这条途径。</source>
        <translation>There is no such route in: {zone}.</translation>
    </message>
    <message>
        <source>{zone}，符合{count}条途径</source>
        <translation>{zone}, routes met: {count}</translation>
    </message>
    <message>
        <source>该规定已于{year}年{month}月{day}日失效，按当时的规定测算，仅供了解。</source>
        <translation>These rules lapsed after {year}-{month}-{day}. Assessed by the rules of that time, for information only.</translation>
    </message>
</context>
<context>
    <name>hukou_form</name>
    <message>
        <source>{day}已受理居住证申领；领到证的请勾选。</source>
        <translation>A permit was applied for on {day}; tick once it has been collected.</translation>
    </message>
    <message>
        <source>登记为自有住房，请按产权证选择。</source>
        <translation>Registered as the resident&apos;s own home: choose by the title deed.</translation>
    </message>
    <message>
        <source>登记的单位：{employer}</source>
        <translation>Registered employer: {employer}</translation>
    </message>
    <message>
        <source>拟落户地和日期</source>
        <translation>Place and day</translation>
    </message>
    <message>
        <source>落户人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>住所</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>就业和社保</source>
        <translation>Work and social insurance</translation>
    </message>
    <message>
        <source>人才条件</source>
        <translation>Qualifications</translation>
    </message>
    <message>
        <source>亲属投靠</source>
        <translation>Joining a relative</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>拟落户的街道（镇）</source>
        <translation>Subdistrict or town to move to</translation>
    </message>
    <message>
        <source>键入名称、拼音或代码，选到街道、镇</source>
        <translation>Name, pinyin or code, down to the subdistrict or town</translation>
    </message>
    <message>
        <source>按哪一天的规定</source>
        <translation>By the rules of</translation>
    </message>
    <message>
        <source>可以是以前的日期</source>
        <translation>An earlier day will do</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>常住户口所在地</source>
        <translation>Hukou county</translation>
    </message>
    <message>
        <source>县级；无户口的不填</source>
        <translation>Empty without a hukou</translation>
    </message>
    <message>
        <source>婚姻状况</source>
        <translation>Marital status</translation>
    </message>
    <message>
        <source>未婚子女的出生日期</source>
        <translation>Unmarried children&apos;s birth dates</translation>
    </message>
    <message>
        <source>几个子女用顿号或空格隔开</source>
        <translation>Several dates: put blanks between</translation>
    </message>
    <message>
        <source>登记结婚日期</source>
        <translation>Date of marriage</translation>
    </message>
    <message>
        <source>户口迁入该地的日期</source>
        <translation>Hukou moved there on</translation>
    </message>
    <message>
        <source>原籍在该地的不填</source>
        <translation>Empty for a native</translation>
    </message>
    <message>
        <source>此前的户口所在地</source>
        <translation>Hukou county before</translation>
    </message>
    <message>
        <source>迁入此前所在地的日期</source>
        <translation>Moved to the place before on</translation>
    </message>
    <message>
        <source>拟落户地的住所</source>
        <translation>Home at the new place</translation>
    </message>
    <message>
        <source>购买商品住房日期</source>
        <translation>Home bought on</translation>
    </message>
    <message>
        <source>按原购房落户政策购买的才填</source>
        <translation>Only if bought under the old rule</translation>
    </message>
    <message>
        <source>就业情况</source>
        <translation>Employment</translation>
    </message>
    <message>
        <source>就业地</source>
        <translation>Place of work</translation>
    </message>
    <message>
        <source>与拟落户地在同一县（区）的不填</source>
        <translation>Empty if in the same county</translation>
    </message>
    <message>
        <source>已缴养老保险月数</source>
        <translation>Months of pension insurance paid</translation>
    </message>
    <message>
        <source>足额缴费的月数</source>
        <translation>Months paid in full</translation>
    </message>
    <message>
        <source>参加本市城镇职工养老保险</source>
        <translation>In this city&apos;s employee pension insurance</translation>
    </message>
    <message>
        <source>持有居住证</source>
        <translation>Holds a residence permit</translation>
    </message>
    <message>
        <source>签订劳动合同</source>
        <translation>Has a labour contract</translation>
    </message>
    <message>
        <source>文化程度</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>学位</source>
        <translation>Degree</translation>
    </message>
    <message>
        <source>专业技术职务</source>
        <translation>Professional title</translation>
    </message>
    <message>
        <source>职业资格</source>
        <translation>Vocational qualification</translation>
    </message>
    <message>
        <source>人才类别</source>
        <translation>Talent class</translation>
    </message>
    <message>
        <source>表彰、竞赛</source>
        <translation>Honour or contest</translation>
    </message>
    <message>
        <source>获得日期</source>
        <translation>Awarded on</translation>
    </message>
    <message>
        <source>几等奖</source>
        <translation>Prize</translation>
    </message>
    <message>
        <source>一等奖写1</source>
        <translation>1 for a first prize</translation>
    </message>
    <message>
        <source>全日制普通大专、中专</source>
        <translation>Full-time college or vocational school</translation>
    </message>
    <message>
        <source>投靠谁</source>
        <translation>Whom they join</translation>
    </message>
    <message>
        <source>被投靠人户口所在地</source>
        <translation>The relative&apos;s hukou county</translation>
    </message>
    <message>
        <source>子女的出生日期</source>
        <translation>The child&apos;s date of birth</translation>
    </message>
    <message>
        <source>父母自己是以投靠子女落户的</source>
        <translation>The parents themselves settled by joining a child</translation>
    </message>
    <message>
        <source>以前办理过在济夫妻投靠</source>
        <translation>Has joined a spouse in Jinan before</translation>
    </message>
    <message>
        <source>国家、省政策安置的人员</source>
        <translation>Placed by national or provincial policy</translation>
    </message>
    <message>
        <source>经市政府同意成建制落户的引进项目单位的职工</source>
        <translation>Employee of an approved project that settles as a whole</translation>
    </message>
    <message>
        <source>落户条件测算</source>
        <translation>Hukou assessment</translation>
    </message>
    <message>
        <source>正在读取……</source>
        <translation>Reading...</translation>
    </message>
    <message>
        <source>请选定拟落户的街道、镇。</source>
        <translation>Choose the subdistrict or town to move to.</translation>
    </message>
    <message>
        <source>请填写按哪一天的规定测算。</source>
        <translation>State the day whose rules apply.</translation>
    </message>
    <message>
        <source>请填写出生日期，填好即可测算。</source>
        <translation>State the date of birth to begin.</translation>
    </message>
    <message>
        <source>正在测算……</source>
        <translation>Assessing...</translation>
    </message>
    <message>
        <source>{name}的落户条件测算已出具告知书，受理号 {number}。</source>
        <translation>The hukou assessment of {name} is ready as a notice, case {number}.</translation>
    </message>
    <message>
        <source>“{typed}”没有选定，请从列表里选一项。</source>
        <translation>&quot;{typed}&quot; is not chosen yet: pick one from the list.</translation>
    </message>
    <message>
        <source>应为不超过{most}的整数。</source>
        <translation>A whole number up to {most}.</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>展开</source>
        <translation>Unfold</translation>
    </message>
    <message>
        <source>落户途径</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>打印告知书</source>
        <translation>Print the notice</translation>
    </message>
    <message>
        <source>按当时的规定测算</source>
        <translation>By the rules of that time</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>这个区域的途径用不到，已收起：{names}</source>
        <translation>Folded, since no route of this zone asks for it: {names}</translation>
    </message>
    <message>
        <source>按{day}的规定测算</source>
        <translation>By the rules of {day}</translation>
    </message>
    <message>
        <source>现在就是按有效的规定测算。</source>
        <translation>The rules in force are applied already.</translation>
    </message>
    <message>
        <source>正在出具告知书……</source>
        <translation>Making the notice out...</translation>
    </message>
    <message>
        <source>没有找到，请换一种写法</source>
        <translation>Nothing found: try another spelling</translation>
    </message>
    <message>
        <source>符合{count}条途径：{names}</source>
        <translation>{count} met: {names}</translation>
    </message>
    <message>
        <source>没有符合的途径；最接近的是：{name}（{summary}）</source>
        <translation>None met; the nearest: {name} ({summary})</translation>
    </message>
    <message>
        <source>{zone}：{count}条途径</source>
        <translation>{zone}: {count} routes</translation>
    </message>
    <message>
        <source>{family}子女：{days}出生。</source>
        <translation>{family} Children born on: {days}.</translation>
    </message>
    <message>
        <source>{basis}&#x3000;［条文待核实］</source>
        <translation>{basis}  [wording not yet verified]</translation>
    </message>
    <message>
        <source>这一天没有有效的规定。按F7可以改按{day}的规定测算，仅供了解。</source>
        <translation>No rules are in force that day. F7 applies those of {day}, for information only.</translation>
    </message>
    <message>
        <source>请先按上面的提示处理，然后再测算。</source>
        <translation>Follow the line above first.</translation>
    </message>
    <message>
        <source>回到填写</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>查看途径</source>
        <translation>View routes</translation>
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
    <message>
        <source>口令至少{least}个字符。可以用几个词组成的一句话，便于记忆。</source>
        <translation>A secret has at least {least} characters. A phrase of a few words is easy to remember.</translation>
    </message>
    <message>
        <source>两次输入的口令不一样。</source>
        <translation>The two secrets differ.</translation>
    </message>
    <message>
        <source>口令首尾不要有空格。</source>
        <translation>A secret must not begin or end with a space.</translation>
    </message>
    <message>
        <source>密钥文件没有写成（{reason}），密钥没有改动。请检查磁盘后再试。</source>
        <translation>The key file was not written ({reason}); the keys are unchanged. Check the disk and try again.</translation>
    </message>
    <message>
        <source>重新加密的副本核对不符，没有启用，原数据库照常使用。请检查磁盘后再试。</source>
        <translation>The newly encrypted copy did not check and is not used; the database goes on as it is. Check the disk and try again.</translation>
    </message>
    <message>
        <source>没有默认打印机，恢复密钥没有打印。请抄写下来，核对无误后封存。</source>
        <translation>There is no default printer, so the recovery key was not printed. Copy it by hand, compare it, and seal it.</translation>
    </message>
    <message>
        <source>数据在本所服务器上，窗口凭服务器密码取得密钥，没有这一项设置。</source>
        <translation>The data is on the station&apos;s server; a counter gets its key by the server&apos;s password. There is no such setting.</translation>
    </message>
    <message>
        <source>还没有恢复密钥：拿到这台电脑的人能打开数据，电脑坏了备份却打不开。请安全管理员在“备份与密钥”页生成。</source>
        <translation>There is no recovery key yet: whoever has this computer can open the data, and if it breaks the backups do not open. Have the security administrator make one under &quot;Backups and keys&quot;.</translation>
    </message>
    <message>
        <source>本所还没有恢复密钥：窗口都坏了，服务器的备份就打不开。请安全管理员在“备份与密钥”页生成。</source>
        <translation>The station has no recovery key yet: should every counter be lost, the server&apos;s backups do not open. Have the security administrator make one under &quot;Backups and keys&quot;.</translation>
    </message>
    <message>
        <source>已有同名的密钥盘，请换一个名称。</source>
        <translation>There is a token of that name already. Choose another.</translation>
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
    <message>
        <source>先选中一个人，再按 Ctrl+F11 显示完整号码。</source>
        <translation>Choose a person first, then press Ctrl+F11 to show the whole numbers.</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>现住</source>
        <translation>lives at</translation>
    </message>
    <message>
        <source>户口所在地</source>
        <translation>hukou</translation>
    </message>
    <message>
        <source>{name}：{words}（30秒后隐去，已留痕）</source>
        <translation>{name}: {words} (hidden after 30 seconds; written to the trail)</translation>
    </message>
    <message>
        <source>清单在本所服务器上，服务器恢复后自动显示。</source>
        <translation>This list is on the station&apos;s server and appears by itself when the server is back.</translation>
    </message>
</context>
<context>
    <name>line</name>
    <message>
        <source>服务器已恢复，正在核对本机副本。</source>
        <translation>The server is back; bringing this counter&apos;s copy up to date.</translation>
    </message>
    <message>
        <source>服务器已恢复，正在上传断网期间办理的业务，传完即可办理。</source>
        <translation>The server is back; what was done meanwhile is being sent. Possible again when that is done.</translation>
    </message>
    <message>
        <source>自 {since} 起连不上本所服务器，恢复后再办。</source>
        <translation>No connection to the station&apos;s server since {since}: wait until it is back.</translation>
    </message>
    <message>
        <source>服务器已恢复，正在上传断网期间办理的 {n} 件业务。</source>
        <translation>The server is back. Sending what was done without it: {n} left.</translation>
    </message>
    <message>
        <source>自 {since} 起连不上本所服务器。查询用本机副本（截至 {at}），居住登记、居住证受理和打印照常办理；审核、制证、发证等恢复后再办。</source>
        <translation>The station&apos;s server cannot be reached since {since}. Searches use this computer&apos;s copy (as of {at}); registering, accepting applications and printing go on. Deciding, making and handing over permits have to wait.</translation>
    </message>
    <message>
        <source>已办 {n} 件等待上传（Ctrl+Shift+U）。</source>
        <translation> Done and still to be sent: {n} (Ctrl+Shift+U).</translation>
    </message>
    <message>
        <source>断网期间办理的 {n} 件业务已上传，其中 {m} 件要由民警核对（Ctrl+Shift+U）。</source>
        <translation>Done without the server and sent: {n}. An officer has to look at {m} of them (Ctrl+Shift+U).</translation>
    </message>
    <message>
        <source>服务器已恢复，断网期间办理的 {n} 件业务都已上传。</source>
        <translation>The server is back. Everything done without it has been sent: {n}.</translation>
    </message>
    <message>
        <source>服务器上的数据比原来旧（可能恢复了较早的备份）：本窗口办过的 {n} 件已不在服务器上（{numbers}）。请按留存的单据重新办理，并告诉管理员；断网期间办理的已重新上传。</source>
        <translation>The server&apos;s data is older than it was (perhaps an earlier backup was restored): {n} cases done at this counter are no longer on the server ({numbers}). Do them again from the papers that were kept, and tell the administrator; what was done while the line was down has been sent again.</translation>
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
    <message>
        <source>正在填写的内容都已保留，解锁后接着办；
换人办理也不会被看到。</source>
        <translation>What you were filling in is kept; unlock to go on.
Nobody else who signs in here will see it.</translation>
    </message>
    <message>
        <source>换人…</source>
        <translation>Someone else…</translation>
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
    <message>
        <source>放假</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>法定休息（暂估）</source>
        <translation>Statutory day off (estimated)</translation>
    </message>
    <message>
        <source>平日</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>{before}改为{after}</source>
        <translation>{before} changed to {after}</translation>
    </message>
    <message>
        <source>{name}，改{count}天，SHA-256 {sha256}</source>
        <translation>{name}, days changed: {count}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>出具权益和便利告知单</source>
        <translation>Entitlements sheet made</translation>
    </message>
    <message>
        <source>修改工作日历</source>
        <translation>Change working calendar</translation>
    </message>
    <message>
        <source>恢复工作日历</source>
        <translation>Restore working calendar</translation>
    </message>
    <message>
        <source>导入放假安排</source>
        <translation>Import holiday notice</translation>
    </message>
    <message>
        <source>出具落户条件测算告知书</source>
        <translation>Hukou assessment notice made</translation>
    </message>
    <message>
        <source>{blanks}，{count}张。{note}</source>
        <translation>{blanks}, {count} blanks. {note}</translation>
    </message>
    <message>
        <source>发给{counter}号窗口</source>
        <translation>to counter {counter}</translation>
    </message>
    <message>
        <source>查看居住证</source>
        <translation>Permit seen</translation>
    </message>
    <message>
        <source>居住证签注</source>
        <translation>Permit endorsed</translation>
    </message>
    <message>
        <source>补办签注，恢复居住证使用功能</source>
        <translation>Endorsed late, use restored</translation>
    </message>
    <message>
        <source>中止居住证使用功能</source>
        <translation>Permit suspended</translation>
    </message>
    <message>
        <source>变更居住证地址</source>
        <translation>Permit address changed</translation>
    </message>
    <message>
        <source>居住证挂失</source>
        <translation>Permit reported lost</translation>
    </message>
    <message>
        <source>撤销居住证挂失</source>
        <translation>Loss report withdrawn</translation>
    </message>
    <message>
        <source>受理居住证换领补领</source>
        <translation>Replacement taken in</translation>
    </message>
    <message>
        <source>注销居住证</source>
        <translation>Permit cancelled</translation>
    </message>
    <message>
        <source>办件随注销撤回</source>
        <translation>Case withdrawn with a cancellation</translation>
    </message>
    <message>
        <source>离开居住地注销</source>
        <translation>Departure</translation>
    </message>
    <message>
        <source>提出登记内容更正</source>
        <translation>Correction proposed</translation>
    </message>
    <message>
        <source>更正登记内容</source>
        <translation>Record corrected</translation>
    </message>
    <message>
        <source>不予更正登记内容</source>
        <translation>Correction denied</translation>
    </message>
    <message>
        <source>空白证入库</source>
        <translation>Blanks received</translation>
    </message>
    <message>
        <source>空白证发窗口</source>
        <translation>Blanks moved to a counter</translation>
    </message>
    <message>
        <source>空白证收回</source>
        <translation>Blanks taken back</translation>
    </message>
    <message>
        <source>空白证退回</source>
        <translation>Blanks returned</translation>
    </message>
    <message>
        <source>空白证作废</source>
        <translation>Blank written off</translation>
    </message>
    <message>
        <source>预留空白证</source>
        <translation>Blank reserved</translation>
    </message>
    <message>
        <source>空白证退回窗口</source>
        <translation>Blank released</translation>
    </message>
    <message>
        <source>制作居住证</source>
        <translation>Permit produced</translation>
    </message>
    <message>
        <source>居住证作废重制</source>
        <translation>Card written off, to be made again</translation>
    </message>
    <message>
        <source>补充相片</source>
        <translation>Photo added</translation>
    </message>
    <message>
        <source>批量审核{count}件</source>
        <translation>{count} cases decided together</translation>
    </message>
    <message>
        <source>领证查询</source>
        <translation>Look-up for collection</translation>
    </message>
    <message>
        <source>查看办件</source>
        <translation>Look at case</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>不予签发</source>
        <translation>Deny</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>重新提交</source>
        <translation>Submit again</translation>
    </message>
    <message>
        <source>批量审核前核验密码</source>
        <translation>Confirm password before deciding together</translation>
    </message>
    <message>
        <source>发放居住证</source>
        <translation>Hand over permit</translation>
    </message>
    <message>
        <source>旧证换发新证</source>
        <translation>Old permit replaced</translation>
    </message>
    <message>
        <source>电话通知领取</source>
        <translation>Call to collect</translation>
    </message>
    <message>
        <source>显示完整电话号码</source>
        <translation>Show whole phone number</translation>
    </message>
    <message>
        <source>打印居住证</source>
        <translation>Print permit</translation>
    </message>
    <message>
        <source>居住证存为PDF</source>
        <translation>Save permit as PDF</translation>
    </message>
    <message>
        <source>{count}人，制证后满{days}日</source>
        <translation>{count} people, {days} days or more after the card was made</translation>
    </message>
    <message>
        <source>{on}，中止使用功能{count}张</source>
        <translation>{on}, {count} suspended</translation>
    </message>
    <message>
        <source>开始当日工作</source>
        <translation>Begin the day</translation>
    </message>
    <message>
        <source>出具证件空白结存表</source>
        <translation>Balance of blank cards made out</translation>
    </message>
    <message>
        <source>出具制证清单</source>
        <translation>Production sheet made out</translation>
    </message>
    <message>
        <source>修改本所设置</source>
        <translation>Station setting changed</translation>
    </message>
    <message>
        <source>出具未领居住证通知清单</source>
        <translation>List of permits not collected made out</translation>
    </message>
    <message>
        <source>“{before}”改为“{after}”</source>
        <translation>&quot;{before}&quot; became &quot;{after}&quot;</translation>
    </message>
    <message>
        <source>{day}结存{left}张</source>
        <translation>{day}: {left} left</translation>
    </message>
    <message>
        <source>{count}张，{serials}</source>
        <translation>{count}, {serials}</translation>
    </message>
    <message>
        <source>生成核验密钥</source>
        <translation>Made a sealing key</translation>
    </message>
    <message>
        <source>更换核验密钥</source>
        <translation>Put a sealing key away</translation>
    </message>
    <message>
        <source>吊销核验密钥</source>
        <translation>Revoked a sealing key</translation>
    </message>
    <message>
        <source>导出公钥文件</source>
        <translation>Exported the public keys</translation>
    </message>
    <message>
        <source>导入公钥文件</source>
        <translation>Imported public keys</translation>
    </message>
    <message>
        <source>导出失效单据名单</source>
        <translation>Exported the list of ended papers</translation>
    </message>
    <message>
        <source>导入失效单据名单</source>
        <translation>Imported a list of ended papers</translation>
    </message>
    <message>
        <source>核验单据</source>
        <translation>Checked a paper</translation>
    </message>
    <message>
        <source>{key} {reason}</source>
        <translation>{key} {reason}</translation>
    </message>
    <message>
        <source>申请人撤回办件</source>
        <translation>Case withdrawn by the applicant</translation>
    </message>
    <message>
        <source>修改打印设置</source>
        <translation>Print settings changed</translation>
    </message>
    <message>
        <source>打印测试页</source>
        <translation>Test page printed</translation>
    </message>
    <message>
        <source>出具个人信息处理告知书</source>
        <translation>Made out a privacy notice</translation>
    </message>
    <message>
        <source>出具居住证领取凭证</source>
        <translation>Made out a collection slip</translation>
    </message>
    <message>
        <source>出具人员配备测算表</source>
        <translation>Made out a staffing sheet</translation>
    </message>
    <message>
        <source>登录未成（密码不对）</source>
        <translation>Sign-in failed (wrong password)</translation>
    </message>
    <message>
        <source>解锁未成（密码不对）</source>
        <translation>Unlocking failed (wrong password)</translation>
    </message>
    <message>
        <source>核验密码未成</source>
        <translation>Password check failed</translation>
    </message>
    <message>
        <source>修改本人密码</source>
        <translation>Own password changed</translation>
    </message>
    <message>
        <source>添加人员</source>
        <translation>Staff added</translation>
    </message>
    <message>
        <source>修改人员</source>
        <translation>Staff changed</translation>
    </message>
    <message>
        <source>停用人员</source>
        <translation>Staff disabled</translation>
    </message>
    <message>
        <source>启用人员</source>
        <translation>Staff enabled</translation>
    </message>
    <message>
        <source>重置密码</source>
        <translation>Password reset</translation>
    </message>
    <message>
        <source>修改密码规定</source>
        <translation>Password rule changed</translation>
    </message>
    <message>
        <source>{name}（{sign_in_name}）</source>
        <translation>{name} ({sign_in_name})</translation>
    </message>
    <message>
        <source>至少{shortest}个字符，{kinds}种字符，{days}天一换（0为不限），最近{remembered}次不重复，输错{tries}次暂停</source>
        <translation>at least {shortest} characters of {kinds} kinds, changed every {days} days (0: never), none of the last {remembered}, a wait after {tries} wrong ones</translation>
    </message>
    <message>
        <source>流动人口{count}人</source>
        <translation>{count} newcomers</translation>
    </message>
    <message>
        <source>取消打印任务</source>
        <translation>Print job cancelled</translation>
    </message>
    <message>
        <source>{job} 未出纸</source>
        <translation>{job}, no sheet</translation>
    </message>
    <message>
        <source>{job} 可能已出纸</source>
        <translation>{job}, a sheet may have come out</translation>
    </message>
    <message>
        <source>核验留痕</source>
        <translation>check of the trail</translation>
    </message>
    <message>
        <source>{entries}条，签名链首{heads}个，日链首{days}个，{faults}处问题</source>
        <translation>{entries} entries, {heads} signed heads, {days} day heads, {faults} faults</translation>
    </message>
    <message>
        <source>{name}，{size}字节</source>
        <translation>{name}, {size} bytes</translation>
    </message>
    <message>
        <source>{name}，{faults}处问题，留痕{entries}条</source>
        <translation>{name}, {faults} faults, {entries} trail entries</translation>
    </message>
    <message>
        <source>每天{hour}时，保留{daily}天{weekly}周，另存于“{second}”</source>
        <translation>each day at {hour}:00, {daily} days and {weekly} weeks kept, also in &quot;{second}&quot;</translation>
    </message>
    <message>
        <source>{name}（{made_at}）</source>
        <translation>{name} ({made_at})</translation>
    </message>
    <message>
        <source>{kind}“{name}”</source>
        <translation>{kind} &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>查看待核对的离线业务</source>
        <translation>Look at a matter done without the server</translation>
    </message>
    <message>
        <source>补办离线业务</source>
        <translation>Apply a matter done without the server</translation>
    </message>
    <message>
        <source>作废离线单据</source>
        <translation>Make a paper printed without the server void</translation>
    </message>
    <message>
        <source>登录（服务器连不上）</source>
        <translation>Sign-in (server away)</translation>
    </message>
    <message>
        <source>登录未成（第二要素不对）</source>
        <translation>Sign-in failed (second factor)</translation>
    </message>
    <message>
        <source>登记第二要素</source>
        <translation>Second factor registered</translation>
    </message>
    <message>
        <source>停用本人第二要素</source>
        <translation>Own second factor ended</translation>
    </message>
    <message>
        <source>停用他人第二要素</source>
        <translation>Somebody&apos;s second factor ended</translation>
    </message>
    <message>
        <source>修改第二要素规定</source>
        <translation>Rule of second factors changed</translation>
    </message>
    <message>
        <source>无权限，未办理</source>
        <translation>No right, refused</translation>
    </message>
    <message>
        <source>授予身份</source>
        <translation>Role given</translation>
    </message>
    <message>
        <source>停用权限</source>
        <translation>Right taken away</translation>
    </message>
    <message>
        <source>恢复权限</source>
        <translation>Right given back</translation>
    </message>
    <message>
        <source>换人退出</source>
        <translation>Out: somebody else took over</translation>
    </message>
    <message>
        <source>出具本人信息查阅单</source>
        <translation>made out the sheet of one&apos;s own data</translation>
    </message>
    <message>
        <source>查阅本人信息</source>
        <translation>Looked at own data</translation>
    </message>
    <message>
        <source>复制完整号码到剪贴板</source>
        <translation>copied a whole number</translation>
    </message>
    <message>
        <source>修改保存期限</source>
        <translation>changed a retention term</translation>
    </message>
    <message>
        <source>预览到期清除</source>
        <translation>previewed a purge</translation>
    </message>
    <message>
        <source>编制清除单</source>
        <translation>prepared a purge order</translation>
    </message>
    <message>
        <source>本人申请删除个人信息</source>
        <translation>took a request to be deleted</translation>
    </message>
    <message>
        <source>批准清除</source>
        <translation>approved a purge</translation>
    </message>
    <message>
        <source>不批准清除</source>
        <translation>refused a purge</translation>
    </message>
    <message>
        <source>清除个人信息</source>
        <translation>deleted personal data</translation>
    </message>
    <message>
        <source>清除时保留</source>
        <translation>kept at a purge</translation>
    </message>
    <message>
        <source>清除完成</source>
        <translation>purge done</translation>
    </message>
    <message>
        <source>备份数据</source>
        <translation>backup made</translation>
    </message>
    <message>
        <source>备份未成</source>
        <translation>backup failed</translation>
    </message>
    <message>
        <source>恢复演练</source>
        <translation>restore drill</translation>
    </message>
    <message>
        <source>准备从备份恢复</source>
        <translation>restore prepared</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>restored from backup</translation>
    </message>
    <message>
        <source>取消从备份恢复</source>
        <translation>restore taken back</translation>
    </message>
    <message>
        <source>修改备份安排</source>
        <translation>backup plan changed</translation>
    </message>
    <message>
        <source>设置开机口令</source>
        <translation>start secret set</translation>
    </message>
    <message>
        <source>生成恢复密钥</source>
        <translation>recovery key made</translation>
    </message>
    <message>
        <source>打印恢复密钥</source>
        <translation>recovery key printed</translation>
    </message>
    <message>
        <source>允许免口令启动</source>
        <translation>start without secret allowed</translation>
    </message>
    <message>
        <source>停用免口令启动</source>
        <translation>secret asked for at start</translation>
    </message>
    <message>
        <source>登记保管密钥的密钥盘</source>
        <translation>key token added</translation>
    </message>
    <message>
        <source>停用保管密钥的密钥盘</source>
        <translation>key token ended</translation>
    </message>
    <message>
        <source>更换数据库密钥</source>
        <translation>all keys changed</translation>
    </message>
    <message>
        <source>数据库已重新加密</source>
        <translation>database encrypted anew</translation>
    </message>
    <message>
        <source>由{before}个月改为{after}个月</source>
        <translation>from {before} to {after} months</translation>
    </message>
    <message>
        <source>{role}：{right}</source>
        <translation>{role}: {right}</translation>
    </message>
    <message>
        <source>{owner}的{kind}“{name}”：{reason}</source>
        <translation>{owner}&apos;s {kind} &quot;{name}&quot;: {reason}</translation>
    </message>
    <message>
        <source>须有第二要素：{roles}；服务器连不上时{days}天内可登录</source>
        <translation>Second factor required: {roles}; without the server, sign-in within {days} days</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>由{name}接用窗口</source>
        <translation>{name} took the counter over</translation>
    </message>
    <message>
        <source>{first}至{last} {entries}条，文件{name}，SHA-256 {digest}</source>
        <translation>{first} to {last}, {entries} entries, file {name}, SHA-256 {digest}</translation>
    </message>
    <message>
        <source>文件{name}，{entries}条，{faults}处问题</source>
        <translation>file {name}, {entries} entries, {faults} faults</translation>
    </message>
    <message>
        <source>{first}至{last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>核验留痕文件</source>
        <translation>check a trail&apos;s file</translation>
    </message>
    <message>
        <source>留痕归档</source>
        <translation>archive the trail</translation>
    </message>
    <message>
        <source>查阅留痕</source>
        <translation>read the trail</translation>
    </message>
    <message>
        <source>时钟变动</source>
        <translation>the clock changed</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>the program failed</translation>
    </message>
    <message>
        <source>设置服务器连接</source>
        <translation>set the server&apos;s connection</translation>
    </message>
    <message>
        <source>时钟拨慢{seconds}秒：由{before}到{after}</source>
        <translation>the clock was set back {seconds} s: from {before} to {after}</translation>
    </message>
    <message>
        <source>时钟拨快{seconds}秒：由{before}到{after}</source>
        <translation>the clock was set forward {seconds} s: from {before} to {after}</translation>
    </message>
    <message>
        <source>启动时的时钟{after}比最后一条留痕{before}还早{seconds}秒</source>
        <translation>at the start the clock, {after}, was {seconds} s before the last entry of the trail, {before}</translation>
    </message>
    <message>
        <source>比较单据与现在的登记</source>
        <translation>Compared a paper with today&apos;s data</translation>
    </message>
    <message>
        <source>数据来自另一台电脑</source>
        <translation>data from another computer</translation>
    </message>
    <message>
        <source>出具恢复检验记录</source>
        <translation>restore check recorded</translation>
    </message>
    <message>
        <source>本窗口备份本所服务器：{plan}</source>
        <translation>this counter backs up the server: {plan}</translation>
    </message>
    <message>
        <source>本窗口不备份服务器：{plan}</source>
        <translation>this counter does not back up the server: {plan}</translation>
    </message>
    <message>
        <source>开始把本机数据迁入派出所</source>
        <translation>Began to move this counter&apos;s data to the station</translation>
    </message>
    <message>
        <source>本机数据已迁入派出所</source>
        <translation>This counter&apos;s data was moved to the station</translation>
    </message>
    <message>
        <source>没有迁入派出所</source>
        <translation>Not moved to the station</translation>
    </message>
    <message>
        <source>窗口数据迁入</source>
        <translation>A counter&apos;s data moved in</translation>
    </message>
    <message>
        <source>迁入窗口的留痕链首</source>
        <translation>Trail head of a counter moved in</translation>
    </message>
    <message>
        <source>迁入时合并同一人</source>
        <translation>Same person joined in a move</translation>
    </message>
    <message>
        <source>迁入时建立账号（无密码）</source>
        <translation>Account made in a move (no password)</translation>
    </message>
    <message>
        <source>用恢复密钥取得本所密钥</source>
        <translation>Station&apos;s key got by the recovery key</translation>
    </message>
    <message>
        <source>{name}（{made_at}），数据库打不开，未登录恢复</source>
        <translation>{name} ({made_at}), restored without signing in: the database did not open</translation>
    </message>
    <message>
        <source>服务器数据变旧</source>
        <translation>Server&apos;s data set back</translation>
    </message>
    <message>
        <source>服务器上少了{n}件：{numbers}</source>
        <translation>The server has {n} cases fewer: {numbers}</translation>
    </message>
    <message>
        <source>本机时钟{after}，服务器时钟{before}，相差{seconds}秒</source>
        <translation>This computer&apos;s clock {after}, the server&apos;s {before}, {seconds} seconds apart</translation>
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
    <message>
        <source>JSONL（留痕原文，带签名，可脱网核验）</source>
        <translation>JSONL (the trail itself, signed, to be checked anywhere)</translation>
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
    <message>
        <source>单据{number}是断网时打印的，与服务器上的情况不一致，正等待民警核对（Ctrl+Shift+U 待上传）。</source>
        <translation>Paper {number} was printed without the server and does not agree with it; an officer has still to look at it (Ctrl+Shift+U).</translation>
    </message>
    <message>
        <source>连不上服务器，以下来自本机副本，截至{as_of}。</source>
        <translation>The server is out of reach: this is from the counter&apos;s own copy, as of {as_of}.</translation>
    </message>
    <message>
        <source>本机副本（截至{as_of}）里没有查到，服务器上可能有。可以照常登记，服务器恢复后会核对。</source>
        <translation>Not found in this counter&apos;s own copy (as of {as_of}); the server may know more. You can register as usual; it is checked when the server is back.</translation>
    </message>
    <message>
        <source>单据{number}是断网时打印的，核对后已作废。</source>
        <translation>Paper {number} was printed without the server and was voided on review.</translation>
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
    <message>
        <source>本人有效身份证件</source>
        <translation>Applicant&apos;s valid ID</translation>
    </message>
    <message>
        <source>原居住证</source>
        <translation>The old permit</translation>
    </message>
    <message>
        <source>变更内容的证明材料</source>
        <translation>Proof of what changed</translation>
    </message>
</context>
<context>
    <name>move</name>
    <message>
        <source>服务器上是“{there}”（{there_code}），本机是“{here}”（{here_code}），不是同一个派出所，不能迁入。</source>
        <translation>The server has &quot;{there}&quot; ({there_code}), this counter &quot;{here}&quot; ({here_code}): not the same station, nothing can be moved.</translation>
    </message>
    <message>
        <source>本机打开的是演练派出所。演练数据不能迁入正式的派出所。</source>
        <translation>The practice station is open here. Practice data cannot be moved into a real station.</translation>
    </message>
    <message>
        <source>服务器上的是演练派出所，正式的办件不能迁入。请换一个数据库。</source>
        <translation>The server has a practice station; real cases cannot be moved there. Choose another database.</translation>
    </message>
    <message>
        <source>本机还有离线时办理、没有上传的业务。请先连上原来的服务器，上传并核对完，再来迁入。</source>
        <translation>This counter still has work done offline that was not sent. Connect to its former server, send and review it all, then come back.</translation>
    </message>
    <message>
        <source>这个数据库里有收自其他窗口的业务，是服务器用过的，不能作为窗口数据迁入。</source>
        <translation>This database has work taken in from other counters: a server used it, so it cannot be moved as a counter&apos;s.</translation>
    </message>
    <message>
        <source>有一份备份正等待恢复。请先重新打开程序完成恢复，或放弃恢复。</source>
        <translation>A backup is waiting to be restored. Restart the program to finish, or give the restoring up.</translation>
    </message>
    <message>
        <source>有{count}个号码两边都有：{named}。同一个号码不能有两份；多半是两个窗口用过同一个窗口号，或者这些数据已经迁入过。请先查明。</source>
        <translation>{count} numbers are on both sides: {named}. A number cannot be there twice; most likely two counters used the same counter number, or this data was moved before. Find out first.</translation>
    </message>
    <message>
        <source>{named}等</source>
        <translation>{named} and others</translation>
    </message>
    <message>
        <source>密码和第二要素不迁入：在派出所没有账号的人员，迁入后由管理员重置密码、授予身份。</source>
        <translation>Passwords and second factors do not move: whoever has no account at the station gets a new password and a role from the administrators afterwards.</translation>
    </message>
    <message>
        <source>本机留痕{entries}条整体留在存档里，不改号、不并入；链首签名后写进派出所的留痕。</source>
        <translation>The {entries} entries of this counter&apos;s trail stay whole in the archive, not renumbered, not merged; the signed heads of its chains are written into the station&apos;s trail.</translation>
    </message>
    <message>
        <source>有{count}项本所设置与派出所的不同，以派出所的为准。</source>
        <translation>{count} station settings differ from the station&apos;s; the station&apos;s hold.</translation>
    </message>
    <message>
        <source>本机停用过{count}项权限；权限以派出所的为准。</source>
        <translation>{count} rights were taken away here; the station&apos;s rights hold.</translation>
    </message>
    <message>
        <source>有{count}份打印还没有确认结果，迁入后在原窗口号的“当日”里确认。</source>
        <translation>{count} prints are not answered for yet; answer for them in &quot;Today&quot; at the former counter number.</translation>
    </message>
    <message>
        <source>{address}（{on}登记）</source>
        <translation>{address} (registered {on})</translation>
    </message>
    <message>
        <source>{number}，{state}，{on}签发，{address}</source>
        <translation>{number}, {state}, issued {on}, {address}</translation>
    </message>
    <message>
        <source>在您查看之后，派出所或本机的数据有了变动，没有迁入任何内容。请重新核对后再迁入。</source>
        <translation>After you looked, something changed at the station or here. Nothing was moved. Check again, then move.</translation>
    </message>
    <message>
        <source>本机编号{key}，并入此人；{what}</source>
        <translation>Key here {key}, joined to this person; {what}</translation>
    </message>
    <message>
        <source>两边登记内容相同</source>
        <translation>Both sides know the same</translation>
    </message>
    <message>
        <source>{fields}以{side}的为准</source>
        <translation>{fields} as {side} has them</translation>
    </message>
    <message>
        <source>两边都有居住登记，保留{side}的，另一处自{on}终止</source>
        <translation>Registered on both sides; {side}&apos;s stays, the other ends on {on}</translation>
    </message>
    <message>
        <source>两边都有有效的居住证，保留{side}的，注销{number}</source>
        <translation>A valid permit on both sides; {side}&apos;s stays, {number} is cancelled</translation>
    </message>
    <message>
        <source>派出所</source>
        <translation>the station</translation>
    </message>
    <message>
        <source>本窗口</source>
        <translation>this counter</translation>
    </message>
    <message>
        <source>迁入时发现一人两证，保留{side}的居住证；本证收回注销</source>
        <translation>Two permits found in a move; {side}&apos;s stays, this one is taken back and cancelled</translation>
    </message>
    <message>
        <source>人员（各版本）</source>
        <translation>People (each version)</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>办件经过</source>
        <translation>Steps of cases</translation>
    </message>
    <message>
        <source>居住登记（各版本）</source>
        <translation>Registrations (each version)</translation>
    </message>
    <message>
        <source>随行未成年人</source>
        <translation>Accompanying minors</translation>
    </message>
    <message>
        <source>相片和附件</source>
        <translation>Photos and attachments</translation>
    </message>
    <message>
        <source>居住证（各版本）</source>
        <translation>Permits (each version)</translation>
    </message>
    <message>
        <source>居住证经过</source>
        <translation>Steps of permits</translation>
    </message>
    <message>
        <source>空白证</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>空白证经过</source>
        <translation>Steps of blanks</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Printed copies</translation>
    </message>
    <message>
        <source>打印任务</source>
        <translation>Print jobs</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Closed days</translation>
    </message>
    <message>
        <source>清除单</source>
        <translation>Purge orders</translation>
    </message>
    <message>
        <source>清除单各项</source>
        <translation>Parts of purge orders</translation>
    </message>
    <message>
        <source>本所工作日历</source>
        <translation>The station&apos;s calendar</translation>
    </message>
    <message>
        <source>没有办完的表单</source>
        <translation>Unfinished forms</translation>
    </message>
    <message>
        <source>受理号{value}</source>
        <translation>case number {value}</translation>
    </message>
    <message>
        <source>办件的请求编号{value}</source>
        <translation>request {value} of a case</translation>
    </message>
    <message>
        <source>单据编号{value}</source>
        <translation>paper number {value}</translation>
    </message>
    <message>
        <source>打印的请求编号{value}</source>
        <translation>request {value} of a print</translation>
    </message>
    <message>
        <source>空白证{value}</source>
        <translation>blank {value}</translation>
    </message>
    <message>
        <source>日结的请求编号{value}</source>
        <translation>request {value} of a closed day</translation>
    </message>
    <message>
        <source>清除单的请求编号{value}</source>
        <translation>request {value} of a purge order</translation>
    </message>
    <message>
        <source>居住证业务的请求编号{value}</source>
        <translation>request {value} of a permit</translation>
    </message>
    <message>
        <source>空白证业务的请求编号{value}</source>
        <translation>request {value} of blanks</translation>
    </message>
    <message>
        <source>内部编号{value}（{table}）</source>
        <translation>internal key {value} ({table})</translation>
    </message>
    <message>
        <source>本窗口已经使用派出所的服务器，没有本机数据可以迁入。</source>
        <translation>This counter already uses the station&apos;s server; there is no data of its own to move.</translation>
    </message>
    <message>
        <source>服务器上还没有设立派出所。请再输入一次密码：将在服务器上设立与本机相同的派出所，并以这个密码建立您的账号。</source>
        <translation>The server has no station yet. Type the password once more: the same station as here is set up on the server, and your account with this password.</translation>
    </message>
    <message>
        <source>这个账号要用第二要素登录。请填写手机上的动态码。</source>
        <translation>This account signs in with a second factor. Type the code from the telephone.</translation>
    </message>
    <message>
        <source>这个账号在派出所要用密钥盘登录，这里不能使用。请换一个系统管理员账号，或先登记手机动态码。</source>
        <translation>This account signs in at the station with a token, which cannot be used here. Take another system administrator&apos;s account, or register a telephone first.</translation>
    </message>
    <message>
        <source>正在迁入，请稍候。</source>
        <translation>A move is under way. Please wait.</translation>
    </message>
    <message>
        <source>本机数据已经迁入派出所的服务器。请关闭程序后重新打开，之后就在服务器上办理。</source>
        <translation>This counter&apos;s data was moved to the station&apos;s server. Close the program and open it again; from then on you work on the server.</translation>
    </message>
    <message>
        <source>正在把本机数据迁入派出所的服务器，这时不能办理。请等迁入结束。</source>
        <translation>This counter&apos;s data is being moved to the station&apos;s server; nothing can be done meanwhile. Wait until it is over.</translation>
    </message>
    <message>
        <source>还有{count}人没有选定以哪一边为准。</source>
        <translation>{count} people are still to be decided.</translation>
    </message>
    <message>
        <source>还有{count}项问题没有解决，不能迁入。</source>
        <translation>{count} problems are not solved yet; nothing can be moved.</translation>
    </message>
    <message>
        <source>服务器在最后一步断开，现在不能确认是否已经迁入。请关闭程序，服务器恢复后再打开：程序会自己查清，已迁入的转到服务器，没有迁入的仍在本机办理。</source>
        <translation>The server broke off at the last step, and it cannot be known now whether everything was moved. Close the program and open it when the server is back: it finds out by itself, and goes on at the server if it was moved, here if not.</translation>
    </message>
    <message>
        <source>数据文件夹不能写入（{reason}）。没有迁入任何内容，请检查磁盘空间后再试。</source>
        <translation>The data folder cannot be written ({reason}). Nothing was moved. Check the disk&apos;s space and try again.</translation>
    </message>
    <message>
        <source>本机的留痕核验不完整（{fault}），没有迁入任何内容。请先由审计管理员核验本机留痕。</source>
        <translation>This counter&apos;s trail is not whole ({fault}). Nothing was moved. Have the audit administrator check it first.</translation>
    </message>
    <message>
        <source>本机留痕的存档没有写成（{reason}）。没有迁入任何内容，请检查磁盘空间后再试。</source>
        <translation>The archive of this counter&apos;s trail could not be written ({reason}). Nothing was moved. Check the disk&apos;s space and try again.</translation>
    </message>
    <message>
        <source>迁入已经完成，但派出所服务器上{counter}号窗口的留痕核验不完整。请审计管理员立即核验。</source>
        <translation>The move is done, but the trail of counter {counter} on the station&apos;s server is not whole. The audit administrator should check it at once.</translation>
    </message>
    <message>
        <source>已停止，没有迁入任何内容。</source>
        <translation>Stopped. Nothing was moved.</translation>
    </message>
    <message>
        <source>写入服务器的内容与本机的不一致（{table}：本机{here}条，服务器{there}条）。没有迁入任何内容，请联系管理员检查服务器。</source>
        <translation>What the server has is not what this counter has ({table}: {here} here, {there} on the server). Nothing was moved. Ask the administrator to look at the server.</translation>
    </message>
    <message>
        <source>有一份文件与它的摘要不符（{table} {key}），没有迁入任何内容。请先用备份核对本机数据。</source>
        <translation>A file does not fit its digest ({table} {key}). Nothing was moved. Compare this counter&apos;s data with a backup first.</translation>
    </message>
    <message>
        <source>迁入{move}：{counter}号窗口留痕{entries}条，末条{hash}，签名{key} {signature}</source>
        <translation>Move {move}: counter {counter}, {entries} trail entries, last {hash}, signature {key} {signature}</translation>
    </message>
    <message>
        <source>迁入{move}：{rows}条，其中{same}人两边都有；留痕{entries}条留在{archive}，根{root}</source>
        <translation>Move {move}: {rows} rows, {same} people on both sides; {entries} trail entries stay in {archive}, root {root}</translation>
    </message>
    <message>
        <source>上次把本机数据迁入服务器时没有得到最后的答复，要先问清服务器，而服务器现在连不上。请检查网络，服务器恢复后再打开程序；本机数据没有改动。</source>
        <translation>The last attempt to move this counter&apos;s data to the server got no final answer. The server has to be asked first, and it does not answer now. Check the network and open the program when the server is back; this counter&apos;s data is unchanged.</translation>
    </message>
    <message>
        <source>本机数据已迁入服务器，但存档没有完成（{reason}）。请管理员检查数据文件夹和磁盘后再打开程序。</source>
        <translation>This counter&apos;s data was moved to the server, but it could not be archived ({reason}). Ask the administrator to check the data folder and the disk, then open the program again.</translation>
    </message>
    <message>
        <source>本机数据迁入派出所服务器</source>
        <translation>Move this counter&apos;s data to the station&apos;s server</translation>
    </message>
    <message>
        <source>正在核对，请稍候。</source>
        <translation>Checking, please wait.</translation>
    </message>
    <message>
        <source>上面的问题解决后再核对一次。</source>
        <translation>Solve the problems above, then check again.</translation>
    </message>
    <message>
        <source>正在迁入。要中断请先按“停止”。</source>
        <translation>Moving. To break it off, press &quot;Stop&quot; first.</translation>
    </message>
    <message>
        <source>登录派出所并核对</source>
        <translation>Sign in and check</translation>
    </message>
    <message>
        <source>重新核对</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>其余以派出所的为准</source>
        <translation>Rest as the station has it</translation>
    </message>
    <message>
        <source>迁入</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>全部办件、人员、证件、单据和附件一次迁入，写入后逐条读回核对；中途停下或出错，两边都和原来一样。迁完后本机数据库封存为只读存档，本窗口改用服务器。</source>
        <translation>All cases, people, permits, papers and attachments move at once and are read back row by row; stopped or failed on the way, both sides are as before. Afterwards this machine&apos;s database is a read-only archive, and this counter uses the server.</translation>
    </message>
    <message>
        <source>用您在派出所服务器上的账号登录</source>
        <translation>Sign in with your account on the station&apos;s server</translation>
    </message>
    <message>
        <source>要有“服务器连接、备份和恢复”的权限</source>
        <translation>It needs the right &quot;Server connection, backups and restoring&quot;</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>在服务器上的密码，不一定与本机相同</source>
        <translation>The one on the server; it may be another than here</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输入一次密码</source>
        <translation>Password once more</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>手机上的6位数字</source>
        <translation>6 digits on the telephone</translation>
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
        <source>两边不同的</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>选定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>两边都有、要选定的人</source>
        <translation>On both sides and to be decided</translation>
    </message>
    <message>
        <source>没有要选定的人。</source>
        <translation>Nobody is to be decided.</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>派出所的</source>
        <translation>The station&apos;s</translation>
    </message>
    <message>
        <source>本窗口的</source>
        <translation>This counter&apos;s</translation>
    </message>
    <message>
        <source>不同之处</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>先在上面选一个人。</source>
        <translation>Choose somebody above first.</translation>
    </message>
    <message>
        <source>身份和联系信息以哪边为准</source>
        <translation>Identity and contact details from</translation>
    </message>
    <message>
        <source>居住登记保留哪边的</source>
        <translation>Registration to keep</translation>
    </message>
    <message>
        <source>居住证保留哪边的</source>
        <translation>Permit to keep</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>派出所原有</source>
        <translation>Station before</translation>
    </message>
    <message>
        <source>派出所现有</source>
        <translation>Station now</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>本机没有办过业务。</source>
        <translation>Nothing was done here yet.</translation>
    </message>
    <message>
        <source>没有正在迁入。</source>
        <translation>Nothing is being moved.</translation>
    </message>
    <message>
        <source>正在迁入并读回核对：{done} / {total} 条。写完之前可以停止，两边不变。</source>
        <translation>Moving and reading back: {done} of {total} rows. It can be stopped until everything is written; both sides stay as they are.</translation>
    </message>
    <message>
        <source>正在连接并核对两边…</source>
        <translation>Connecting and checking both sides…</translation>
    </message>
    <message>
        <source>已迁入{station}，两边条数相符。请关闭程序后重新打开，之后就在服务器上办理。</source>
        <translation>Moved to {station}; the counts agree on both sides. Close the program and open it again; from then on you work on the server.</translation>
    </message>
    <message>
        <source>未选定</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>分项选定</source>
        <translation>Part by part</translation>
    </message>
    <message>
        <source>将把{rows}条迁入{station}。写完以后，本机数据库封存为只读存档，不能再在本机办理，也不能退回；写完之前可以停止。请先确认本机有一份完好的备份。</source>
        <translation>{rows} rows will be moved to {station}. Once they are written, this machine&apos;s database is a read-only archive: no more work here, and no way back; until then it can be stopped. Make sure first that there is a good backup of this machine.</translation>
    </message>
    <message>
        <source>迁入派出所服务器</source>
        <translation>Move to the station&apos;s server</translation>
    </message>
    <message>
        <source>现居住登记</source>
        <translation>Current registration</translation>
    </message>
    <message>
        <source>有效居住证</source>
        <translation>Valid permit</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>registration</translation>
    </message>
    <message>
        <source>一人两证</source>
        <translation>two permits</translation>
    </message>
    <message>
        <source>居住登记保留{side}的，另一处自今天终止。</source>
        <translation>{side}&apos;s registration stays, the other ends today.</translation>
    </message>
    <message>
        <source>注销：{permit}。卡片要向本人收回。</source>
        <translation>Cancelled: {permit}. The card is to be taken back.</translation>
    </message>
    <message>
        <source>{station}：本机有{rows}条要迁入；两边都有的{same}人，其中{decide}人要选定以哪边为准。</source>
        <translation>{station}: {rows} rows to move; {same} people on both sides, {decide} of them to be decided.</translation>
    </message>
    <message>
        <source>单据{papers}份、相片和附件{files}份逐字节核对，摘要相符。</source>
        <translation>{papers} printed papers and {files} photos and attachments compared byte for byte; digests agree.</translation>
    </message>
    <message>
        <source>本机留痕{entries}条已核验并存为文件，根{root}；派出所服务器上{counter}号窗口的留痕{checked}条核验完整。</source>
        <translation>{entries} trail entries of this counter checked and kept as a file, root {root}; {checked} entries of counter {counter} on the station&apos;s server checked and whole.</translation>
    </message>
    <message>
        <source>存档：{archive}（下次打开程序时改成这个名字，只读，仍用原来的密钥）</source>
        <translation>Archive: {archive} (so named at the next start; read-only, with its own keys as before)</translation>
    </message>
    <message>
        <source>留痕文件：{trail}&#x3000;公钥文件：{keys}</source>
        <translation>Trail file: {trail}  Keys file: {keys}</translation>
    </message>
    <message>
        <source>新建账号（无密码、无身份）：{names}</source>
        <translation>New accounts (no password, no role): {names}</translation>
    </message>
    <message>
        <source>因一人两证注销、要收回的居住证：{numbers}</source>
        <translation>Cancelled as second permits, cards to be taken back: {numbers}</translation>
    </message>
    <message>
        <source>两边一样，不用选</source>
        <translation>The same on both sides, nothing to decide</translation>
    </message>
    <message>
        <source>派出所现有的比原有加本机多出的，是{same}位两边都有的人合并时新开的版本。</source>
        <translation>What the station has beyond before and moved are the versions opened for the {same} people on both sides.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还有{left}人没有选定。</source>
        <translation> {left} are not decided yet.</translation>
    </message>
    <message>
        <source>都已选定，可以迁入。</source>
        <translation> All are decided; it can be moved.</translation>
    </message>
    <message>
        <source>{fact}（不同）</source>
        <translation>{fact} (differs)</translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>符合</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>可以申请：{route}</source>
        <translation>May apply: {route}</translation>
    </message>
    <message>
        <source>暂不符合，最接近：{route}</source>
        <translation>Not met yet; nearest: {route}</translation>
    </message>
    <message>
        <source>没有写随迁人员</source>
        <translation>Nobody named to come along</translation>
    </message>
    <message>
        <source>可以随迁：{family}</source>
        <translation>May come along: {family}</translation>
    </message>
    <message>
        <source>可以随迁：{family}（所列子女{count}人）</source>
        <translation>May come along: {family} (of the children listed: {count})</translation>
    </message>
    <message>
        <source>没有有效的落户规定</source>
        <translation>No hukou rules in force</translation>
    </message>
    <message>
        <source>须写明街道、镇</source>
        <translation>Subdistrict or town needed</translation>
    </message>
    <message>
        <source>不在落户区域内</source>
        <translation>In no hukou zone</translation>
    </message>
    <message>
        <source>没有这条途径</source>
        <translation>No such route here</translation>
    </message>
    <message>
        <source>没有规定</source>
        <translation>Nothing is laid down</translation>
    </message>
    <message>
        <source>不能申领</source>
        <translation>Cannot apply</translation>
    </message>
    <message>
        <source>应当申领</source>
        <translation>Must apply</translation>
    </message>
    <message>
        <source>可以申领</source>
        <translation>May apply</translation>
    </message>
    <message>
        <source>{materials}</source>
        <translation>{materials}</translation>
    </message>
    <message>
        <source>有期限</source>
        <translation>Has a last day</translation>
    </message>
    <message>
        <source>不签注</source>
        <translation>Not endorsed</translation>
    </message>
    <message>
        <source>可以签注</source>
        <translation>May be endorsed</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>逾期未签注</source>
        <translation>Not endorsed in time</translation>
    </message>
    <message>
        <source>使用功能中止</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>没有期限</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>未到换证时间</source>
        <translation>Too early to renew</translation>
    </message>
    <message>
        <source>已过有效期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>可以换证</source>
        <translation>May be renewed</translation>
    </message>
    <message>
        <source>应当注销</source>
        <translation>Must be cancelled</translation>
    </message>
    <message>
        <source>不在注销情形内</source>
        <translation>No reason to cancel</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>收工本费</source>
        <translation>Cost of the card is charged</translation>
    </message>
    <message>
        <source>没有居住证</source>
        <translation>No residence permit</translation>
    </message>
    <message>
        <source>不能延长</source>
        <translation>Cannot be extended</translation>
    </message>
    <message>
        <source>不属登记范围</source>
        <translation>Outside the scope of registration</translation>
    </message>
    <message>
        <source>可以不登记</source>
        <translation>Registration not required</translation>
    </message>
    <message>
        <source>应当登记，未逾期</source>
        <translation>Must register, in time</translation>
    </message>
    <message>
        <source>应当登记，逾期{days}个工作日</source>
        <translation>Must register, late, working days: {days}</translation>
    </message>
    <message>
        <source>县内变更</source>
        <translation>Change within the county</translation>
    </message>
    <message>
        <source>县内变更，逾期{days}个工作日</source>
        <translation>Change within the county, late, working days: {days}</translation>
    </message>
    <message>
        <source>迁出</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>迁出，逾期{days}个工作日</source>
        <translation>Left, late, working days: {days}</translation>
    </message>
    <message>
        <source>协管员{count}名，专职管理员{least}至{most}名</source>
        <translation>Auxiliaries: {count}; full-time managers: {least} to {most}</translation>
    </message>
    <message>
        <source>兼职管理员至少{least}名</source>
        <translation>Part-time managers, at least: {least}</translation>
    </message>
    <message>
        <source>不享有</source>
        <translation>Not entitled</translation>
    </message>
    <message>
        <source>享有</source>
        <translation>Entitled</translation>
    </message>
</context>
<context>
    <name>own_data</name>
    <message>
        <source>本人查阅</source>
        <translation>one&apos;s own request</translation>
    </message>
    <message>
        <source>身份信息</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Residence registrations</translation>
    </message>
    <message>
        <source>随同居住的未成年人</source>
        <translation>Minors living with the person</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Residence permits</translation>
    </message>
    <message>
        <source>相片和签名</source>
        <translation>Photos and signatures</translation>
    </message>
    <message>
        <source>没有办完的表单</source>
        <translation>Unfinished forms</translation>
    </message>
    <message>
        <source>单据和打印件</source>
        <translation>Papers and their copies</translation>
    </message>
    <message>
        <source>查看和使用记录</source>
        <translation>Who looked and what for</translation>
    </message>
    <message>
        <source>本人信息</source>
        <translation>Own data</translation>
    </message>
    <message>
        <source>正在读取。</source>
        <translation>Reading.</translation>
    </message>
    <message>
        <source>删除申请已经提出，正待批准。</source>
        <translation>Deletion has been asked for and waits for approval.</translation>
    </message>
    <message>
        <source>删除申请已经收下，由安全管理员批准后办理。</source>
        <translation>The request has been taken; the security administrator approves it first.</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>出具查阅单</source>
        <translation>Make out the sheet</translation>
    </message>
    <message>
        <source>申请删除</source>
        <translation>Ask for deletion</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>What</translation>
    </message>
    <message>
        <source>存储的内容</source>
        <translation>What is stored</translation>
    </message>
    <message>
        <source>时间和来源</source>
        <translation>Since when, from where</translation>
    </message>
    <message>
        <source>存储的个人信息</source>
        <translation>Personal data that is stored</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Under way.</translation>
    </message>
    <message>
        <source>截至 {day}，共 {count} 项。屏幕上号码不显示完整；查阅单上是完整的，交给本人。</source>
        <translation>{count} entries as of {day}. Numbers are masked on the screen and whole on the sheet, which goes to the person.</translation>
    </message>
    <message>
        <source>现在还不能删除：</source>
        <translation>It cannot be deleted yet:</translation>
    </message>
    <message>
        <source>可以申请删除：清除后人员、登记、办件和单据中不再有姓名、号码和地址；操作留痕、办件统计和空白证账依法保留。</source>
        <translation>Deletion may be asked for: names, numbers and addresses then leave the person, registrations, cases and papers; the trail, the case statistics and the stock of blanks stay, as the law has it.</translation>
    </message>
    <message>
        <source>申请删除个人信息</source>
        <translation>Ask for deletion of personal data</translation>
    </message>
    <message>
        <source>核对申请人身份后收下申请。由安全管理员批准，批准后此人的记录不能恢复。</source>
        <translation>Check who asks, then take the request. The security administrator approves it; after that the records cannot be brought back.</translation>
    </message>
    <message>
        <source>删除的理由（《个人信息保护法》）</source>
        <translation>Ground for deletion (Personal Information Protection Law)</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>收下申请</source>
        <translation>Take the request</translation>
    </message>
    <message>
        <source>没有存储此类信息。</source>
        <translation>Nothing of this kind is stored.</translation>
    </message>
</context>
<context>
    <name>own_password</name>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>密码已修改，下次登录用新密码。</source>
        <translation>Password changed: use the new one from the next sign-in.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>已登记：{name}。下次登录要用它。</source>
        <translation>Registered: {name}. It is asked for at the next sign-in.</translation>
    </message>
    <message>
        <source>已停用，不能再用它登录。</source>
        <translation>Ended; it lets nobody in any more.</translation>
    </message>
    <message>
        <source>✗ {day} 停用</source>
        <translation>✗ ended {day}</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>还没有用过</source>
        <translation>not used yet</translation>
    </message>
    <message>
        <source>登记密钥U盘</source>
        <translation>Register a USB key</translation>
    </message>
    <message>
        <source>登记手机动态码</source>
        <translation>Register a phone code</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>第二要素</source>
        <translation>Second factor</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>最近使用</source>
        <translation>Last used</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>还没有登记，登录只用密码。</source>
        <translation>None yet: the password alone signs you in.</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Under way.</translation>
    </message>
    <message>
        <source>请先选一个在用的。</source>
        <translation>Choose one that is in use first.</translation>
    </message>
    <message>
        <source>登记手机动态码前，请输入登录密码。</source>
        <translation>Type your sign-in password before registering a telephone.</translation>
    </message>
    <message>
        <source>停用“{name}”后不能再用它登录。请输入登录密码确认。</source>
        <translation>Once ended, &quot;{name}&quot; lets nobody in. Confirm with your sign-in password.</translation>
    </message>
    <message>
        <source>密码和第二要素</source>
        <translation>Password and second factor</translation>
    </message>
    <message>
        <source>登记后，登录时除了密码还要用它。遗失请立即联系安全管理员停用。</source>
        <translation>Once registered, it is asked for at sign-in beside the password. If it is lost, have the security administrator end it at once.</translation>
    </message>
    <message>
        <source>当前密码</source>
        <translation>Current password</translation>
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
    <message>
        <source>本凭证由居住地公安派出所出具，证明上列人员已经申报{term}。</source>
        <translation>Issued by the police station of the residence; it proves that the person above has reported for {term}.</translation>
    </message>
    <message>
        <source>在本县（市、区）内变更居住地址的，应当{limit}到居住地派出所办理变更登记。</source>
        <translation>Whoever moves within this county (city, district) must {limit} register the change at the police station of the residence.</translation>
    </message>
    <message>
        <source>离开本居住地或者跨县（市、区）变更居住地的，应当{limit}到派出所办理注销登记。</source>
        <translation>Whoever leaves this residence or moves to another county (city, district) must {limit} deregister at the police station.</translation>
    </message>
    <message>
        <source>办理{term}不收取费用。</source>
        <translation>{term} is free of charge.</translation>
    </message>
    <message>
        <source>请当场核对登记内容，如有错误，立即提出更正。</source>
        <translation>Check what is registered here and now, and have any mistake corrected at once.</translation>
    </message>
    <message>
        <source>首次申领{permit}不收取费用。</source>
        <translation>The first {permit} is free of charge.</translation>
    </message>
    <message>
        <source>拟在本地居住{days}日以上的，{may}申领{permit}。</source>
        <translation>Whoever intends to stay here {days} days or more {may} apply for {permit}.</translation>
    </message>
    <message>
        <source>办理{term}满半年，{ground}{may}申领{permit}。</source>
        <translation>Half a year after {term}, people {ground}{may} apply for {permit}.</translation>
    </message>
    <message>
        <source>办理{term}满{months}个月，{ground}{may}申领{permit}。</source>
        <translation>{months} months after {term}, people {ground}{may} apply for {permit}.</translation>
    </message>
    <message>
        <source>办理{term}后，{ground}{may}申领{permit}。</source>
        <translation>After {term}, people {ground}{may} apply for {permit}.</translation>
    </message>
    <message>
        <source>符合{grounds}条件之一的，</source>
        <translation>with one of the grounds {grounds} </translation>
    </message>
    <message>
        <source>应当</source>
        <translation>must</translation>
    </message>
    <message>
        <source>可以</source>
        <translation>may</translation>
    </message>
    <message>
        <source>在{limit}内</source>
        <translation>within {limit}</translation>
    </message>
    <message>
        <source>换领、补领居住证不收取费用。</source>
        <translation>Replacing a permit is free of charge.</translation>
    </message>
    <message>
        <source>换领、补领居住证应当缴纳证件工本费（{basis}）。</source>
        <translation>Replacing a permit costs the card&apos;s production fee ({basis}).</translation>
    </message>
    <message>
        <source>签注不收取费用。</source>
        <translation>Endorsing is free of charge.</translation>
    </message>
    <message>
        <source>版面自检未通过，已停止打印：{differences}。请重试；仍不通过请把编号 {reference} 告诉管理员。</source>
        <translation>The page does not read back as it should, and printing was stopped: {differences}. Try again; if it fails again, give the administrator the number {reference}.</translation>
    </message>
    <message>
        <source>字体文件“{file}”已损坏或不是TrueType字体，没有使用。请换上完好的文件。</source>
        <translation>Font file &quot;{file}&quot; is damaged or no TrueType font and is not used. Replace it.</translation>
    </message>
    <message>
        <source>“{text}”中的字符{named}没有可用字体，不能打印。本所字体文件夹中的{files}已损坏或不是TrueType字体，没有使用；请管理员换上完好的字体文件后重试。</source>
        <translation>No font has {named} of &quot;{text}&quot;: it cannot be printed. {files} in the station&apos;s font folder is damaged or no TrueType font and is not used. Ask an administrator to replace it, then try again.</translation>
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
    <message>
        <source>已被更正取代</source>
        <translation>Superseded by a correction</translation>
    </message>
    <message>
        <source>登记的内容已有变动</source>
        <translation>The record has changed since</translation>
    </message>
    <message>
        <source>{head}：自{at}起，{who}经办</source>
        <translation>{head}: since {at}, by {who}</translation>
    </message>
    <message>
        <source>，办件 {number}</source>
        <translation>, case {number}</translation>
    </message>
    <message>
        <source>{what}由“{old}”改为“{new}”</source>
        <translation>{what} from &quot;{old}&quot; to &quot;{new}&quot;</translation>
    </message>
    <message>
        <source>{head}。{changes}。单据照出具时的原样保存。</source>
        <translation>{head}. {changes}. The paper stays as it was issued.</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>补正后重新提交</source>
        <translation>Hand in again</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>{on}由{who}退回补正：{note}</source>
        <translation>Sent back on {on} by {who}: {note}</translation>
    </message>
    <message>
        <source>这件没有退回补正。</source>
        <translation>This case has not been sent back.</translation>
    </message>
    <message>
        <source>这件已经办结。</source>
        <translation>This case is over.</translation>
    </message>
    <message>
        <source>个人信息告知书</source>
        <translation>Privacy notice</translation>
    </message>
    <message>
        <source>领取凭证</source>
        <translation>Collection slip</translation>
    </message>
    <message>
        <source>此件不用另外出具。</source>
        <translation>There is nothing more to make out for this case.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{state}（{alerts}）</source>
        <translation>{state} ({alerts})</translation>
    </message>
    <message>
        <source>已取消打印，没有出纸。可以重新打印，编号不变。</source>
        <translation>Printing cancelled; no sheet came out. It can be printed again under the same number.</translation>
    </message>
    <message>
        <source>打印已停止。可能已经出纸，请看打印机后再选结果。</source>
        <translation>Printing stopped. A sheet may have come out: look at the printer, then say what became of it.</translation>
    </message>
    <message>
        <source>取消打印</source>
        <translation>Cancel printing</translation>
    </message>
    <message>
        <source>没有正在进行的打印任务。</source>
        <translation>Nothing is being printed.</translation>
    </message>
    <message>
        <source>打印全部未打印的</source>
        <translation>Print all not yet printed</translation>
    </message>
    <message>
        <source>停止发送</source>
        <translation>Stop sending</translation>
    </message>
    <message>
        <source>正在发送：{sent} / {count}</source>
        <translation>Sending: {sent} / {count}</translation>
    </message>
    <message>
        <source>没有几份未打印的单据。</source>
        <translation>There are not several papers to print.</translation>
    </message>
    <message>
        <source>没有正在发送的单据。</source>
        <translation>Nothing is being sent.</translation>
    </message>
    <message>
        <source>已发送{count}份，请逐份确认打印结果。</source>
        <translation>{count} sent; please say of each what came out.</translation>
    </message>
    <message>
        <source>已发送{sent}份，其余{left}份没有发送，仍是未打印。</source>
        <translation>{sent} sent; the other {left} were not sent and are still not printed.</translation>
    </message>
    <message>
        <source>{day} 未打印的单据</source>
        <translation>Not yet printed, {day}</translation>
    </message>
    <message>
        <source>这一天的单据都已经打印，或还没有单据。</source>
        <translation>Every paper of this day is printed, or there is none.</translation>
    </message>
    <message>
        <source>居住证的状态</source>
        <translation>State of the permit</translation>
    </message>
    <message>
        <source>随同居住的未成年人</source>
        <translation>Minors living with the holder</translation>
    </message>
    <message>
        <source>{what}：{state}</source>
        <translation>{what}: {state}</translation>
    </message>
    <message>
        <source>有{count}项与现在的登记不同；单据照出具时的原样保存。</source>
        <translation>{count} fields differ from what is stored today; the paper is kept as it was made out.</translation>
    </message>
    <message>
        <source>{count}项都与现在的登记相同。</source>
        <translation>All {count} fields are as they are stored today.</translation>
    </message>
    <message>
        <source>相同的：{labels}。</source>
        <translation>The same: {labels}.</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>单据上</source>
        <translation>On the paper</translation>
    </message>
    <message>
        <source>现在的登记</source>
        <translation>Stored today</translation>
    </message>
    <message>
        <source>与现在的登记不同的项目</source>
        <translation>Fields that differ from what is stored today</translation>
    </message>
    <message>
        <source>与现在的登记比较</source>
        <translation>Compare with today&apos;s data</translation>
    </message>
    <message>
        <source>{paper}与现在的登记</source>
        <translation>{paper} and today&apos;s data</translation>
    </message>
    <message>
        <source>这份单据自{day}起不再有效：所证明的登记、证件或者申请已经终结。</source>
        <translation>This paper has not counted since {day}: the registration, permit or application that it proves has ended.</translation>
    </message>
    <message>
        <source>这份单据已被{day}出具的新单据代替，新单据编号 {number}。</source>
        <translation>This paper was superseded by a new one issued on {day}, number {number}.</translation>
    </message>
    <message>
        <source>这份单据不是开给某个人的，没有可以比较的登记。</source>
        <translation>This paper is about nobody: there is nothing to compare it with.</translation>
    </message>
</context>
<context>
    <name>permit</name>
    <message>
        <source>这张居住证{state}，不能{event}。</source>
        <translation>Not possible for this permit ({state}): {event}.</translation>
    </message>
    <message>
        <source>已制证，待领取</source>
        <translation>Made, to be collected</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>使用功能中止</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>已挂失</source>
        <translation>Reported lost</translation>
    </message>
    <message>
        <source>已换发新证</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>发放</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>重新制证</source>
        <translation>Make again</translation>
    </message>
    <message>
        <source>签注</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>中止使用功能</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>恢复使用功能</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>变更居住地址</source>
        <translation>Change address</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>挂失</source>
        <translation>Report lost</translation>
    </message>
    <message>
        <source>撤销挂失</source>
        <translation>Report found</translation>
    </message>
    <message>
        <source>换发新证</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>逾期未签注，使用功能已经中止；补办签注后恢复，请选“补办签注”。</source>
        <translation>Not endorsed in time, so the permit is suspended. A late endorsement restores it: choose &quot;Late endorsement&quot;.</translation>
    </message>
    <message>
        <source>这张居住证还没有发放，不需要签注。</source>
        <translation>This permit has not been handed over yet and needs no endorsement.</translation>
    </message>
    <message>
        <source>这张居住证已经挂失；找回的先撤销挂失，没有找回的办理补领。</source>
        <translation>This permit is reported lost. If it was found, report it found first; if not, have it replaced.</translation>
    </message>
    <message>
        <source>这张居住证已经发放，不能再发。</source>
        <translation>This permit has been handed over already.</translation>
    </message>
    <message>
        <source>这张居住证已经注销。</source>
        <translation>This permit is cancelled already.</translation>
    </message>
    <message>
        <source>当地的居住证不办理签注。</source>
        <translation>Permits are not endorsed here.</translation>
    </message>
    <message>
        <source>现行规定没有列明{ground}的证明材料。</source>
        <translation>The rules in force name no proof of {ground}.</translation>
    </message>
    <message>
        <source>{name}（{number}）没有相片，不能制证。请先补充相片。</source>
        <translation>{name} ({number}) has no photo, so the permit cannot be made. Add a photo first.</translation>
    </message>
    <message>
        <source>{name}（{number}）没有有效的居住登记，先办理居住登记。</source>
        <translation>{name} ({number}) has no current residence registration. Register residence first.</translation>
    </message>
    <message>
        <source>此人的登记内容刚刚有了变动，请重新打开后再提出更正。</source>
        <translation>This person&apos;s record has just changed. Open it again before proposing a correction.</translation>
    </message>
    <message>
        <source>更正的内容与登记的相同，没有要更正的。</source>
        <translation>The record says so already; there is nothing to correct.</translation>
    </message>
    <message>
        <source>居住证{number}的证面内容已经更正，应当换领新证。</source>
        <translation>What permit {number} says has been corrected; it should be replaced.</translation>
    </message>
    <message>
        <source>居住证{number}还没有发放，证面内容有误，请作废重制后再发放。</source>
        <translation>Permit {number} is not handed over yet and says something wrong. Write the card off and make it again first.</translation>
    </message>
    <message>
        <source>此人有一件更正（{number}）正在等待审核，审核后才能再提出。</source>
        <translation>A correction for this person ({number}) waits to be decided; another can be proposed after that.</translation>
    </message>
    <message>
        <source>这个证件号码已经登记在{name}名下，不能更正为别人的号码。</source>
        <translation>This ID number is already registered for {name}; it cannot be given to somebody else.</translation>
    </message>
    <message>
        <source>“{field}”在提出更正以后又有变动，请退回重新提出。</source>
        <translation>&quot;{field}&quot; has changed since the correction was proposed. Send it back to be proposed again.</translation>
    </message>
    <message>
        <source>注销原因是“{reason}”的，只注销居住证，居住登记不变。</source>
        <translation>With the reason &quot;{reason}&quot; only the permit is cancelled; the registration stays.</translation>
    </message>
    <message>
        <source>此人没有有效的居住登记和居住证，没有可以注销的。</source>
        <translation>This person has neither a registration nor a permit in force; there is nothing to end.</translation>
    </message>
    <message>
        <source>没有离开本县（市、区）：请办理居住变更登记，居住证随之变更地址。</source>
        <translation>They stay in this county: register the move, and the permit&apos;s address follows.</translation>
    </message>
    <message>
        <source>应当在{limit}内即{due}前申报，逾期{days}个工作日。</source>
        <translation>To be reported within {limit}, by {due}; {days} working days late.</translation>
    </message>
    <message>
        <source>登记的居住地址与居住证一致；搬迁的先办理居住变更登记。</source>
        <translation>The registered address is the permit&apos;s; after a move, register the move first.</translation>
    </message>
    <message>
        <source>还缺：{missing}。</source>
        <translation>Still missing: {missing}.</translation>
    </message>
    <message>
        <source>注销原因是“{reason}”的，居住登记和居住证一并注销，请办理“离开居住地注销”。</source>
        <translation>With the reason &quot;{reason}&quot; registration and permit end together: use &quot;Leave for good&quot;.</translation>
    </message>
    <message>
        <source>这张居住证已经挂失：办理补领，或者先撤销挂失。</source>
        <translation>This permit is reported lost: replace it as lost, or withdraw the report first.</translation>
    </message>
    <message>
        <source>现行规定没有列明注销原因“{reason}”（{basis}）。</source>
        <translation>The rules in force do not name the reason &quot;{reason}&quot; ({basis}).</translation>
    </message>
    <message>
        <source>已交回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>声明丢失，未交回</source>
        <translation>Declared lost, not returned</translation>
    </message>
    <message>
        <source>未发放，由派出所收存</source>
        <translation>Not handed over; kept by the station</translation>
    </message>
    <message>
        <source>没有有效的居住登记，先办理居住登记。</source>
        <translation>No current residence registration; register residence first.</translation>
    </message>
    <message>
        <source>{kind}正在办理（{number}，{on}由{clerk}受理），一张居住证只能有一件换补。</source>
        <translation>{kind} is under way ({number}, taken in on {on} by {clerk}); a permit can have one replacement at a time.</translation>
    </message>
    <message>
        <source>证面内容已于{on}更正（{what}），应当换领新证。</source>
        <translation>What the card says was corrected on {on} ({what}); it should be replaced.</translation>
    </message>
    <message>
        <source>还没有到签注期：{opens}起可以签注，{due}止。</source>
        <translation>Too early: it can be endorsed from {opens} to {due}.</translation>
    </message>
    <message>
        <source>逾期未签注的由系统按规定中止使用功能，窗口不办理。</source>
        <translation>The system suspends overdue permits by the rules; counters do not.</translation>
    </message>
    <message>
        <source>补领正在办理（{number}）；找回旧证的，先撤回补领，再撤销挂失。</source>
        <translation>A replacement is under way ({number}); if the old card is found, withdraw that first, then the report.</translation>
    </message>
    <message>
        <source>此人有居住证，跨县（市、区）搬迁的，居住登记和居住证一并注销，请办理“离开居住地注销”。</source>
        <translation>This person has a permit: moving to another county ends registration and permit together; use &quot;Leave for good&quot;.</translation>
    </message>
    <message>
        <source>办件{number}（{kind}，{state}）没有对应的居住证。</source>
        <translation>Case {number} ({kind}, {state}) has no permit.</translation>
    </message>
    <message>
        <source>这不是居住证编号、受理号，也不是证件号码：{why}</source>
        <translation>This is no permit number, case number or ID number: {why}</translation>
    </message>
    <message>
        <source>没有这个证件号码的记录，请先办理居住登记。</source>
        <translation>Nobody with this ID number is known here; register residence first.</translation>
    </message>
    <message>
        <source>{name}还没有居住证。</source>
        <translation>{name} has no permit yet.</translation>
    </message>
    <message>
        <source>不能签注：{fact}{change}（{basis}）</source>
        <translation>Cannot be endorsed: {fact} {change} ({basis})</translation>
    </message>
    <message>
        <source>{name}要换的居住证{number}现在是“{state}”，不能制作新证。</source>
        <translation>Permit {number}, which {name} wants replaced, is now &quot;{state}&quot;; no new one can be made for it.</translation>
    </message>
    <message>
        <source>{counter}号窗口的空白证不够：要{need}张，只有{have}张，还缺{lacking}张。请先领用，或少选几件。</source>
        <translation>Counter {counter} has too few blanks: {need} needed, {have} there, {lacking} missing. Fetch some first, or choose fewer cases.</translation>
    </message>
    <message>
        <source>一次最多制证{most}件，现在选了{count}件，请分批办理。</source>
        <translation>At most {most} permits are made at once; {count} are chosen. Make them in parts.</translation>
    </message>
    <message>
        <source>{name}（{number}）已由{counter}号窗口预留空白证{serial}，请在该窗口制证，或由该窗口退回后再办。</source>
        <translation>Counter {counter} has reserved blank {serial} for {name} ({number}). Make the permit there, or have it released there first.</translation>
    </message>
    <message>
        <source>{name}（{number}）还没有预留空白证，请先预留。</source>
        <translation>No blank is reserved for {name} ({number}) yet. Reserve one first.</translation>
    </message>
    <message>
        <source>空白证{serial}没有存下卡面内容，请退回后重新预留。</source>
        <translation>What is to be printed on blank {serial} was not stored. Release it and reserve again.</translation>
    </message>
    <message>
        <source>空白证{serial}{where}，没有为制证预留，不能记为已打印。</source>
        <translation>Blank {serial} ({where}) is not reserved for a permit; it cannot be taken down as printed.</translation>
    </message>
    <message>
        <source>空白证{serial}{where}，请在该窗口办理。</source>
        <translation>Blank {serial} ({where}): do this at that counter.</translation>
    </message>
    <message>
        <source>空白证{serial}{where}，没有预留，不能退回。</source>
        <translation>Blank {serial} ({where}) is not reserved; there is nothing to release.</translation>
    </message>
    <message>
        <source>{name}的登记内容在制证期间有变更，卡面与登记不一致。空白证{serial}请作废，重新制证。</source>
        <translation>The record of {name} changed while the permit was being made, and the card no longer agrees with it. Write off blank {serial} and make the permit again.</translation>
    </message>
    <message>
        <source>空白证{serial}上的居住证现在是“{state}”，不能作废重制；已经发放的请办理换领。</source>
        <translation>The permit on blank {serial} is now &quot;{state}&quot; and cannot be made again; one that was handed over is replaced instead.</translation>
    </message>
    <message>
        <source>空白证{serial}{where}，不在制证中，不能在这里作废。</source>
        <translation>Blank {serial} ({where}) is not in production; it cannot be written off here.</translation>
    </message>
    <message>
        <source>相片不是完整的JPEG图像，请重新采集。</source>
        <translation>The photo is not a whole JPEG picture. Take it again.</translation>
    </message>
    <message>
        <source>此人登记的{field}是“{old}”，与这次的“{new}”不同。登记过的身份内容要经更正审核才能改，请办理更正。</source>
        <translation>{field}: this person is registered with &quot;{old}&quot;, and now it says &quot;{new}&quot;. What is registered of an identity changes only by an approved correction; please propose one.</translation>
    </message>
    <message>
        <source>没有预留的空白证，不能出具制证清单。</source>
        <translation>No blank is reserved, so there is no production sheet to make out.</translation>
    </message>
    <message>
        <source>空白证{serial}{where}，不在本窗口的制证中，不能列入清单。</source>
        <translation>Blank {serial} ({where}) is not in production at this counter; it cannot be on the sheet.</translation>
    </message>
    <message>
        <source>居住证{number}的证面将与登记不符，更正后应当换领新证。</source>
        <translation>The face of permit {number} will no longer agree with the record; it must be replaced after the correction.</translation>
    </message>
</context>
<context>
    <name>permit_page</name>
    <message>
        <source>签注</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>挂失</source>
        <translation>Report lost</translation>
    </message>
    <message>
        <source>撤销挂失</source>
        <translation>Withdraw loss report</translation>
    </message>
    <message>
        <source>变更证载地址</source>
        <translation>Change its address</translation>
    </message>
    <message>
        <source>补领（遗失）</source>
        <translation>Replace (lost)</translation>
    </message>
    <message>
        <source>换领（损坏）</source>
        <translation>Replace (damaged)</translation>
    </message>
    <message>
        <source>换领（内容变更）</source>
        <translation>Replace (changed data)</translation>
    </message>
    <message>
        <source>注销居住证</source>
        <translation>Cancel the permit</translation>
    </message>
    <message>
        <source>离开居住地</source>
        <translation>Record departure</translation>
    </message>
    <message>
        <source>正在读取……</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>存档照片</source>
        <translation>The photo on file</translation>
    </message>
    <message>
        <source>存档照片打不开，请换新照片。</source>
        <translation>The photo on file cannot be opened; give a new one.</translation>
    </message>
    <message>
        <source>正在核对……</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>正在办理……</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>已查验：{material}</source>
        <translation>Seen: {material}</translation>
    </message>
    <message>
        <source>证件遗失</source>
        <translation>The card is lost</translation>
    </message>
    <message>
        <source>证件损坏，难以辨认</source>
        <translation>The card is damaged and hard to read</translation>
    </message>
    <message>
        <source>证载内容变更</source>
        <translation>What the card says has changed</translation>
    </message>
    <message>
        <source>签注后：下一签注期{opens}至{due}，居住年限自{start}起算，已满{years}年。</source>
        <translation>Once endorsed: next period {opens} to {due}; years count from {start}, {years} full so far.</translation>
    </message>
    <message>
        <source>补办签注并恢复使用功能：下一签注期{opens}至{due}，居住年限自{start}起算，已满{years}年。</source>
        <translation>Late endorsement restores its use: next period {opens} to {due}; years count from {start}, {years} full so far.</translation>
    </message>
    <message>
        <source>已签注，签注有效至{due}。</source>
        <translation>Endorsed; good until {due}.</translation>
    </message>
    <message>
        <source>挂失后原证不能使用；找回可以撤销挂失，找不回办理补领。</source>
        <translation>Once reported lost the card is of no use; withdraw the report if it is found, else replace it.</translation>
    </message>
    <message>
        <source>已挂失。</source>
        <translation>Reported lost.</translation>
    </message>
    <message>
        <source>撤销挂失后恢复使用；期间签注逾期的，使用功能中止，须补办签注。</source>
        <translation>The card is good again; if its endorsement fell due meanwhile, it is suspended until endorsed late.</translation>
    </message>
    <message>
        <source>已撤销挂失，现在的状态：{state}。</source>
        <translation>Loss report withdrawn; it is now: {state}.</translation>
    </message>
    <message>
        <source>证载地址由{old}变更为{new}，居住年限不变。</source>
        <translation>The permit&apos;s address changes from {old} to {new}; its years go on.</translation>
    </message>
    <message>
        <source>居住证地址已变更。</source>
        <translation>The permit&apos;s address is changed.</translation>
    </message>
    <message>
        <source>受理后于{due}前制证（{basis}）。{fee}</source>
        <translation>Made by {due} once taken in ({basis}). {fee}</translation>
    </message>
    <message>
        <source>请填写原因。</source>
        <translation>Give the reason.</translation>
    </message>
    <message>
        <source>已受理换补领，请打印回执。</source>
        <translation>Taken in; print the receipt.</translation>
    </message>
    <message>
        <source>居住证注销后不能恢复；再要领取的，重新申领。</source>
        <translation>A cancelled permit cannot be restored; another one takes a new application.</translation>
    </message>
    <message>
        <source>正在办理的换补领一并撤回。</source>
        <translation>The replacement under way is withdrawn with it.</translation>
    </message>
    <message>
        <source>请选择注销原因。</source>
        <translation>Choose the reason.</translation>
    </message>
    <message>
        <source>请选择证件的去向。</source>
        <translation>Choose what became of the card.</translation>
    </message>
    <message>
        <source>居住证已注销，请打印注销证明。</source>
        <translation>The permit is cancelled; print the certificate.</translation>
    </message>
    <message>
        <source>居住登记终止：{address}（{since}起）。</source>
        <translation>Registration ends: {address} (since {since}).</translation>
    </message>
    <message>
        <source>居住证注销：{number}（{state}）。</source>
        <translation>Permit cancelled: {number} ({state}).</translation>
    </message>
    <message>
        <source>居住登记和居住证已注销，请打印注销证明。</source>
        <translation>Registration and permit have ended; print the certificate.</translation>
    </message>
    <message>
        <source>请填写离开的日期。</source>
        <translation>Give the day.</translation>
    </message>
    <message>
        <source>请从列表中选择去往的县（市、区）。</source>
        <translation>Pick the county from the list.</translation>
    </message>
    <message>
        <source>键入名称、拼音或代码，不清楚的可以不填</source>
        <translation>Type a name, pinyin or code; leave empty if not known</translation>
    </message>
    <message>
        <source>照片文件的路径；填了就用这一张</source>
        <translation>Path of the photo file; if given, this one is used</translation>
    </message>
    <message>
        <source>已查验证明材料</source>
        <translation>Proof seen</translation>
    </message>
    <message>
        <source>由数据共享取得，不要求提交</source>
        <translation>Obtained by data sharing; need not be handed in</translation>
    </message>
    <message>
        <source>签注条件</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>沿用存档照片</source>
        <translation>Keep the photo on file</translation>
    </message>
    <message>
        <source>新照片文件</source>
        <translation>New photo file</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>证件去向</source>
        <translation>The card</translation>
    </message>
    <message>
        <source>离开（死亡、落户）日期</source>
        <translation>Day of leaving (death, hukou here)</translation>
    </message>
    <message>
        <source>去往的县（市、区）</source>
        <translation>County moved to</translation>
    </message>
    <message>
        <source>去往的详细地址</source>
        <translation>Address moved to</translation>
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
        <translation>By {basis}</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>现在可以办理</source>
        <translation>Available now</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>What</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>By whom</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>还没有办理过。</source>
        <translation>Nothing has happened yet.</translation>
    </message>
    <message>
        <source>换补链</source>
        <translation>Cards of this permit</translation>
    </message>
    <message>
        <source>居住证编号</source>
        <translation>Permit number</translation>
    </message>
    <message>
        <source>签发日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>正在换补新证：受理号 {number}，{on}受理。</source>
        <translation>A new card is under way: case {number}, taken in on {on}.</translation>
    </message>
    <message>
        <source>现在没有居住登记。</source>
        <translation>No residence registration at present.</translation>
    </message>
    <message>
        <source>补办签注</source>
        <translation>Endorse late</translation>
    </message>
    <message>
        <source>申领条件</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>证载地址</source>
        <translation>Address on the permit</translation>
    </message>
    <message>
        <source>领取日期</source>
        <translation>Collected on</translation>
    </message>
    <message>
        <source>年限起算</source>
        <translation>Years count from</translation>
    </message>
    <message>
        <source>最近签注</source>
        <translation>Last endorsed</translation>
    </message>
    <message>
        <source>签注期开始</source>
        <translation>Endorsement opens</translation>
    </message>
    <message>
        <source>签注有效至</source>
        <translation>Endorsed until</translation>
    </message>
    <message>
        <source>证件有效至</source>
        <translation>Permit ends</translation>
    </message>
    <message>
        <source>可换证自</source>
        <translation>Renewal opens</translation>
    </message>
    <message>
        <source>注销原因</source>
        <translation>Why it ended</translation>
    </message>
    <message>
        <source>✗ 已逾期 {calendar} 天（{working} 个工作日）</source>
        <translation>✗ {calendar} days overdue ({working} working days)</translation>
    </message>
    <message>
        <source>！ 今天是最后一天</source>
        <translation>! Today is the last day</translation>
    </message>
    <message>
        <source>还剩 {calendar} 天（{working} 个工作日）</source>
        <translation>{calendar} days left ({working} working days)</translation>
    </message>
    <message>
        <source>！ 正在签注期，{left}</source>
        <translation>! Endorsement open, {left}</translation>
    </message>
    <message>
        <source>（暂估）</source>
        <translation> (estimate)</translation>
    </message>
    <message>
        <source>制证</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>{name}（{counter}号窗口）</source>
        <translation>{name} (counter {counter})</translation>
    </message>
    <message>
        <source>还缺：{missing}。</source>
        <translation>Still missing: {missing}.</translation>
    </message>
    <message>
        <source>旧证去向</source>
        <translation>Old card</translation>
    </message>
    <message>
        <source>按规定自动办理</source>
        <translation>By the rule, automatically</translation>
    </message>
    <message>
        <source>补正后重新提交</source>
        <translation>Hand in again</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>这件已经不在等待办理，请重新打开。</source>
        <translation>This case does not wait to be dealt with any more. Please open it again.</translation>
    </message>
    <message>
        <source>重新提交后由民警审核，办结期限不变：{due}。</source>
        <translation>Handed in again, it is decided by an officer; it stays due on {due}.</translation>
    </message>
    <message>
        <source>请写明补正了什么。</source>
        <translation>Say what was put right.</translation>
    </message>
    <message>
        <source>已重新提交，等待民警审核。</source>
        <translation>Handed in again; an officer will decide it.</translation>
    </message>
    <message>
        <source>撤回后这件不再办理；再要办理的，重新申请。</source>
        <translation>A case that is withdrawn goes no further; whoever wants it after all applies again.</translation>
    </message>
    <message>
        <source>原居住证仍是挂失；找回的，再撤销挂失。</source>
        <translation>The old permit stays declared lost; if it is found, take the loss back afterwards.</translation>
    </message>
    <message>
        <source>已按申请人的要求撤回。</source>
        <translation>Withdrawn at the applicant&apos;s wish.</translation>
    </message>
    <message>
        <source>{on}由{who}退回：{note}</source>
        <translation>Sent back on {on} by {who}: {note}</translation>
    </message>
    <message>
        <source>申请人要求撤回</source>
        <translation>At the applicant&apos;s wish</translation>
    </message>
    <message>
        <source>补正了什么</source>
        <translation>What was put right</translation>
    </message>
    <message>
        <source>证件流水号</source>
        <translation>Card serial</translation>
    </message>
    <message>
        <source>正在办理的{kind}一并撤回：{number}。</source>
        <translation>The {kind} under way is withdrawn with it: {number}.</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>此人页面</source>
        <translation>Person&apos;s page</translation>
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
        <translation>Available now</translation>
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
    <message>
        <source>权益告知单</source>
        <translation>Entitlements sheet</translation>
    </message>
    <message>
        <source>落户测算</source>
        <translation>Hukou assessment</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>ID type</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>户口地详址</source>
        <translation>Hukou address</translation>
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
        <source>服务处所</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>离开居住地</source>
        <translation>Record departure</translation>
    </message>
    <message>
        <source>登记内容的历次变动</source>
        <translation>What was known, version by version</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>变动</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>依据的办件</source>
        <translation>Under which case</translation>
    </message>
    <message>
        <source>还没有登记。</source>
        <translation>Nothing registered yet.</translation>
    </message>
    <message>
        <source>第 {version} 版登记内容</source>
        <translation>The record, version {version}</translation>
    </message>
    <message>
        <source>{start} 至 {until}&#x3000;{who}</source>
        <translation>{start} to {until}&#x3000;{who}</translation>
    </message>
    <message>
        <source>{value}（原为：{was}）</source>
        <translation>{value} (before: {was})</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>初次登记</source>
        <translation>First registered</translation>
    </message>
    <message>
        <source>{what}：{old} → {new}</source>
        <translation>{what}: {old} → {new}</translation>
    </message>
    <message>
        <source>✗ 已被更正取代</source>
        <translation>✗ Superseded</translation>
    </message>
    <message>
        <source>! 内容已有变动</source>
        <translation>! Changed since</translation>
    </message>
    <message>
        <source>自{at}起：{fields}</source>
        <translation>Since {at}: {fields}</translation>
    </message>
    <message>
        <source>与现登记</source>
        <translation>Against the record</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>{what}：{new}（隐去的数字有改动）</source>
        <translation>{what}: {new} (digits that are masked have changed)</translation>
    </message>
    <message>
        <source>{counter}号窗口（{name}）刚刚办理了此人的业务，本页已重新读取。</source>
        <translation>Counter {counter} ({name}) has just done something for this person; the page was read again.</translation>
    </message>
    <message>
        <source>本人信息</source>
        <translation>Own data</translation>
    </message>
    <message>
        <source>查看办件</source>
        <translation>View case</translation>
    </message>
    <message>
        <source>查看居住证</source>
        <translation>View permit</translation>
    </message>
    <message>
        <source>查看单据</source>
        <translation>View papers</translation>
    </message>
</context>
<context>
    <name>policies</name>
    <message>
        <source>没有{on}有效的全国规则包，不能判断。</source>
        <translation>There is no national rule pack in force on {on}, so nothing can be assessed.</translation>
    </message>
    <message>
        <source>同一地区同一天已有规则包，请改生效日期。</source>
        <translation>There is already a rule pack for this place from this day; change its first day.</translation>
    </message>
    <message>
        <source>与同一地区其他规则包的区划代码不同。</source>
        <translation>Its division code differs from that of other rule packs for this place.</translation>
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
        <translation>Rule pack {file} line {line} {key}: {reason}</translation>
    </message>
    <message>
        <source>规则包 {file} {key}：{reason}</source>
        <translation>Rule pack {file} {key}: {reason}</translation>
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
    <message>
        <source>{title}没有规定居住证，当时当地不发居住证。</source>
        <translation>{title} lays down no residence permit; none was issued at that time and place.</translation>
    </message>
    <message>
        <source>{title}没有规定协管员、管理员的配备标准。</source>
        <translation>{title} lays down no number of auxiliaries or managers.</translation>
    </message>
    <message>
        <source>第{number}个案例：{problem}</source>
        <translation>Case {number}: {problem}</translation>
    </message>
    <message>
        <source>没有这个文件夹：{folder}</source>
        <translation>There is no such folder: {folder}</translation>
    </message>
    <message>
        <source>读不了{file}：{why}</source>
        <translation>{file} cannot be read: {why}</translation>
    </message>
    <message>
        <source>{file}不是UTF-8编码的文字。</source>
        <translation>{file} is not text in UTF-8.</translation>
    </message>
    <message>
        <source>{file}不是JSON：{why}</source>
        <translation>{file} is not JSON: {why}</translation>
    </message>
    <message>
        <source>“{fact}”写了两次。</source>
        <translation>&quot;{fact}&quot; is stated twice.</translation>
    </message>
    <message>
        <source>一个案例应写成有{keys}的对象。</source>
        <translation>A case must be an object with {keys}.</translation>
    </message>
    <message>
        <source>缺少{key}。</source>
        <translation>{key} is missing.</translation>
    </message>
    <message>
        <source>没有{key}这一项，可以是：{keys}。</source>
        <translation>There is no item {key}; it can be: {keys}.</translation>
    </message>
    <message>
        <source>facts应为对象，写作花括号里的键和值。</source>
        <translation>facts must be an object: keys and values in braces.</translation>
    </message>
    <message>
        <source>“{fact}”写的是“{value}”，{hint}</source>
        <translation>&quot;{fact}&quot; is &quot;{value}&quot;. {hint}</translation>
    </message>
    <message>
        <source>没有{division}的落户规则包，不能判断。</source>
        <translation>There is no hukou rule pack for {division}, so nothing can be assessed.</translation>
    </message>
    <message>
        <source>{document}自{start}起施行，{on}还没有施行，不能判断。</source>
        <translation>{document} is in force from {start}, not yet on {on}, so nothing can be assessed.</translation>
    </message>
    <message>
        <source>{document}自{start}起施行，有效期至{end}，{on}已经失效，不能判断。</source>
        <translation>{document} was in force from {start} to {end} and had lapsed by {on}, so nothing can be assessed.</translation>
    </message>
    <message>
        <source>{day}与上层规则包合在一起，{key}没有规定。</source>
        <translation>On {day}, together with the rule packs above, {key} is not stated.</translation>
    </message>
    <message>
        <source>{day}以前已有规则包在施行；提前取代它的，应写明replaces = {start}。</source>
        <translation>A rule pack is in force until {day}; to end it early, state replaces = {start}.</translation>
    </message>
    <message>
        <source>没有这些区划代码：{codes}。</source>
        <translation>There are no such division codes: {codes}.</translation>
    </message>
    <message>
        <source>列在发布清单里，但是没有这个文件。</source>
        <translation>It is in the published list, but there is no such file.</translation>
    </message>
    <message>
        <source>应为校验值、两个空格、文件名。</source>
        <translation>It must be the checksum, two spaces, the file name.</translation>
    </message>
    <message>
        <source>没有列入发布清单{list}。</source>
        <translation>It is not in the published list {list}.</translation>
    </message>
    <message>
        <source>与发布清单{list}不符：已发布的规则包不能修改，法律有变的，另写一个。</source>
        <translation>It differs from the published list {list}: a published rule pack is never edited; when the law changes, write another.</translation>
    </message>
    <message>
        <source>地点“{place}”应为6至12位区划代码。</source>
        <translation>The place &quot;{place}&quot; must be a division code of 6 to 12 digits.</translation>
    </message>
    <message>
        <source>没有“{matter}”这个事项，可以是：{known}。</source>
        <translation>There is no matter &quot;{matter}&quot;; it can be: {known}.</translation>
    </message>
    <message>
        <source>没有“{name}”这项事实，可以是：{names}。</source>
        <translation>There is no fact &quot;{name}&quot;; it can be: {names}.</translation>
    </message>
    <message>
        <source>缺少“{fact}”（{key}）。</source>
        <translation>&quot;{fact}&quot; ({key}) is missing.</translation>
    </message>
    <message>
        <source>“{part}”应写成 键=值，各项以；分开。</source>
        <translation>&quot;{part}&quot; must be written key=value, with ； between them.</translation>
    </message>
    <message>
        <source>应写成2026-06-02这样的日期。</source>
        <translation>Write a date like 2026-06-02.</translation>
    </message>
    <message>
        <source>日历上没有这一天。</source>
        <translation>There is no such day on the calendar.</translation>
    </message>
    <message>
        <source>年份应在{first}与{last}之间。</source>
        <translation>The year must be between {first} and {last}.</translation>
    </message>
    <message>
        <source>应为6位区划代码。</source>
        <translation>It must be a division code of 6 digits.</translation>
    </message>
    <message>
        <source>应为是或否。</source>
        <translation>It must be 是 (yes) or 否 (no).</translation>
    </message>
    <message>
        <source>应为不小于0的整数。</source>
        <translation>It must be a whole number, 0 or more.</translation>
    </message>
    <message>
        <source>应为文字。</source>
        <translation>It must be text.</translation>
    </message>
    <message>
        <source>可以是：{known}。</source>
        <translation>It can be: {known}.</translation>
    </message>
    <message>
        <source>应为列表，或者以、连接的文字。</source>
        <translation>It must be a list, or text joined by 、.</translation>
    </message>
    <message>
        <source>应写成2026-01-01至2026-05-01，没有结束的写成2026-06-01起。</source>
        <translation>Write 2026-01-01至2026-05-01, or 2026-06-01起 if it has not ended.</translation>
    </message>
    <message>
        <source>结束日期早于开始日期。</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <source>应为6至12位区划代码。</source>
        <translation>It must be a division code of 6 to 12 digits.</translation>
    </message>
    <message>
        <source>没有“{route}”这条途径，可以是：{known}。</source>
        <translation>There is no route &quot;{route}&quot;; it can be: {known}.</translation>
    </message>
    <message>
        <source>没有核实的、没有规定的，应在note里说明原因。</source>
        <translation>Where nothing was verified or the law is silent, note must say why.</translation>
    </message>
    <message>
        <source>区划代码{code}重复。</source>
        <translation>The division code {code} appears twice.</translation>
    </message>
    <message>
        <source>code应为6位（县级）或9位（街道、镇）的区划代码。</source>
        <translation>code must be a division code of 6 digits (county) or 9 (subdistrict or town).</translation>
    </message>
    <message>
        <source>name应为文件里的名称，note应为文字。</source>
        <translation>name must be the name in the document, note must be text.</translation>
    </message>
    <message>
        <source>{name}应为表的列表。</source>
        <translation>{name} must be a list of tables.</translation>
    </message>
    <message>
        <source>before应为日期，如2017-08-01，不加引号。</source>
        <translation>before must be a date, such as 2017-08-01, without quotes.</translation>
    </message>
    <message>
        <source>没有定义{zone}这个落户区域。</source>
        <translation>The hukou zone {zone} is not defined.</translation>
    </message>
    <message>
        <source>base应为列表，可以是：{known}。</source>
        <translation>base must be a list; it can hold: {known}.</translation>
    </message>
    <message>
        <source>“{typed}”不是写全年月日的日期，请写成2027-01-01</source>
        <translation>&quot;{typed}&quot; is not a full date; write 2027-01-01</translation>
    </message>
    <message>
        <source>“{typed}”日历上没有这一天</source>
        <translation>&quot;{typed}&quot; is no day on the calendar</translation>
    </message>
    <message>
        <source>{day}不在{first}年至{last}年之内，请核对年份</source>
        <translation>{day} is not within {first} to {last}; check the year</translation>
    </message>
    <message>
        <source>“{typed}”看不出是放假还是上班，请写“放假”或“上班”</source>
        <translation>&quot;{typed}&quot; is neither day off nor working day; write 放假 (day off) or 上班 (working day)</translation>
    </message>
    <message>
        <source>结束日期{last}早于开始日期{first}</source>
        <translation>The last day {last} is before the first, {first}</translation>
    </message>
    <message>
        <source>{first}至{last}有{days}天，超过{most}天，请核对日期</source>
        <translation>{first} to {last} are {days} days, more than {most}; check the dates</translation>
    </message>
    <message>
        <source>{day}在第{line}行是“{before}”，这一行又是“{now}”</source>
        <translation>{day} is &quot;{before}&quot; in line {line}, but &quot;{now}&quot; in this line</translation>
    </message>
    <message>
        <source>至少要有日期和“放假”或“上班”两列</source>
        <translation>Two columns at least: the date, and 放假 (day off) or 上班 (working day)</translation>
    </message>
    <message>
        <source>说明超过{most}个字</source>
        <translation>The note has more than {most} characters</translation>
    </message>
    <message>
        <source>{day}在第{line}行已经写过，意思相同</source>
        <translation>{day} is stated already in line {line}, with the same meaning</translation>
    </message>
    <message>
        <source>{day}是{weekday}，本来就上班，请核对日期</source>
        <translation>{day} is a {weekday}, worked anyway; check the date</translation>
    </message>
    <message>
        <source>法定日期由程序推算，这一行不导入</source>
        <translation>Statutory days are worked out by the program; this line is not imported</translation>
    </message>
    <message>
        <source>写明放假的日子中有{count}天本来就是周末</source>
        <translation>Of the days stated as off, this many are weekends anyway: {count}</translation>
    </message>
    <message>
        <source>文字编码读不出来，请另存为UTF-8编码的CSV</source>
        <translation>The text coding cannot be read; save as CSV in UTF-8</translation>
    </message>
    <message>
        <source>这是电子表格的工作簿，不是CSV，请在电子表格中另存为CSV</source>
        <translation>This is a spreadsheet workbook, not CSV; save it as CSV from the spreadsheet</translation>
    </message>
    <message>
        <source>没有读到任何一天</source>
        <translation>Not one day was found</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>法定</source>
        <translation>Statutory</translation>
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
        <source>落户规则包只写[hukou]各节。</source>
        <translation>A hukou rule pack holds [hukou] sections only.</translation>
    </message>
    <message>
        <source>应为6位区划代码的列表。</source>
        <translation>It must be a list of division codes of 6 digits.</translation>
    </message>
    <message>
        <source>这一项不能写silent，应写明value。</source>
        <translation>silent is not allowed here; state the value.</translation>
    </message>
    <message>
        <source>只有“发放”可以延长，“{step}”不写延长理由。</source>
        <translation>Only 发放 (issue) can be extended; &quot;{step}&quot; takes no reason for extending.</translation>
    </message>
    <message>
        <source>as_one应为区划代码列表的列表。</source>
        <translation>as_one must be a list of lists of division codes.</translation>
    </message>
    <message>
        <source>label应为权益名称。</source>
        <translation>label must be the name of the entitlement.</translation>
    </message>
    <message>
        <source>{name}应为{first}至{last}的整数。</source>
        <translation>{name} must be a whole number from {first} to {last}.</translation>
    </message>
    <message>
        <source>{name}应为列表，写在方括号里。</source>
        <translation>{name} must be a list, in square brackets.</translation>
    </message>
    <message>
        <source>{name}应为文字的列表。</source>
        <translation>{name} must be a list of texts.</translation>
    </message>
    <message>
        <source>没有“{item}”这个项目，可以是：{known}。</source>
        <translation>There is no item &quot;{item}&quot;; it can be: {known}.</translation>
    </message>
    <message>
        <source>“{second}”{after}早于“{first}”{before}。</source>
        <translation>&quot;{second}&quot; {after} is before &quot;{first}&quot; {before}.</translation>
    </message>
    <message>
        <source>文件超过1MB。</source>
        <translation>The file is larger than 1 MB.</translation>
    </message>
    <message>
        <source>括号或者键名套得过深。</source>
        <translation>Brackets or key names are nested too deeply.</translation>
    </message>
</context>
<context>
    <name>print_jobs</name>
    <message>
        <source>在队列中等待打印</source>
        <translation>Waiting in the queue</translation>
    </message>
    <message>
        <source>任务被挂起，打印机不会打印它</source>
        <translation>The job is held; the printer will not print it</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>打印机已停用，任务还在队列里</source>
        <translation>The printer is stopped; the job is still in its queue</translation>
    </message>
    <message>
        <source>打印机已处理完，请看出纸</source>
        <translation>The printer is done with it; please look at the tray</translation>
    </message>
    <message>
        <source>打印系统没有这个任务的记录，请看出纸</source>
        <translation>The print system knows nothing of this job; please look at the tray</translation>
    </message>
    <message>
        <source>打印系统没有回答，不知道任务到了哪一步</source>
        <translation>The print system does not answer; where the job is, is not known</translation>
    </message>
    <message>
        <source>盖子没有关好</source>
        <translation>a cover is open</translation>
    </message>
    <message>
        <source>墨粉用完</source>
        <translation>out of toner</translation>
    </message>
    <message>
        <source>墨粉不足</source>
        <translation>low on toner</translation>
    </message>
    <message>
        <source>缺纸</source>
        <translation>out of paper</translation>
    </message>
    <message>
        <source>纸快用完</source>
        <translation>low on paper</translation>
    </message>
    <message>
        <source>卡纸</source>
        <translation>paper jam</translation>
    </message>
    <message>
        <source>纸盒没有装好</source>
        <translation>a tray is missing</translation>
    </message>
    <message>
        <source>出纸口已满</source>
        <translation>the output tray is full</translation>
    </message>
    <message>
        <source>打印机脱机</source>
        <translation>the printer is offline</translation>
    </message>
    <message>
        <source>正在连接打印机</source>
        <translation>connecting to the printer</translation>
    </message>
    <message>
        <source>打印机没有回答</source>
        <translation>the printer does not answer</translation>
    </message>
    <message>
        <source>打印机报告“{reason}”</source>
        <translation>the printer says &quot;{reason}&quot;</translation>
    </message>
    <message>
        <source>这一份还在打印机里，没有再发送。请等它打完，或先取消打印。</source>
        <translation>This copy is still in the printer and was not sent again. Wait until it is printed, or cancel printing first.</translation>
    </message>
    <message>
        <source>这一份没有正在进行的打印任务。</source>
        <translation>There is no job for this copy.</translation>
    </message>
    <message>
        <source>由{counter}号窗口发送，请到该窗口查看或取消</source>
        <translation>Sent by counter {counter}: look or cancel there</translation>
    </message>
    <message>
        <source>{serial}的证卡还在打印机里，没有再发送。请等它打完，或先取消打印。</source>
        <translation>The card on {serial} is still in the printer and was not sent again. Wait until it is done, or cancel the printing first.</translation>
    </message>
    <message>
        <source>这一份由{counter}号窗口发送过，没有再发送。请到该窗口查看；确实没有出纸的，先记为作废，再补打。</source>
        <translation>This copy was sent by counter {counter} and was not sent again. Please look there; if no sheet came out, record it as spoiled and then reprint.</translation>
    </message>
</context>
<context>
    <name>printers</name>
    <message>
        <source>应为-{most}至{most}之间的毫米数，最多一位小数，例如 1.5 或 -0.8。</source>
        <translation>Give millimetres between -{most} and {most} with at most one decimal, such as 1.5 or -0.8.</translation>
    </message>
    <message>
        <source>“{paper}”的打印设置刚刚被改过，这一次没有保存。请核对后再改。</source>
        <translation>The print settings of &quot;{paper}&quot; were changed just now; this time nothing was saved. Look again, then change.</translation>
    </message>
    <message>
        <source>先选打印机，再设纸盒、单双面和偏移。</source>
        <translation>Choose the printer first, then tray, sides and offset.</translation>
    </message>
    <message>
        <source>这台打印机没有这个纸盒，请重新选择。</source>
        <translation>This printer has no such tray; choose another.</translation>
    </message>
    <message>
        <source>（未设置）</source>
        <translation>(not set)</translation>
    </message>
    <message>
        <source>最多偏移{most}毫米。</source>
        <translation>An offset is {most} mm at most.</translation>
    </message>
    <message>
        <source>打印机设置</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>已保存：{paper}。</source>
        <translation>Saved: {paper}.</translation>
    </message>
    <message>
        <source>已保存{count}种单据。</source>
        <translation>Saved for {count} kinds of paper.</translation>
    </message>
    <message>
        <source>没有改动。</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>测试页已送到“{printer}”。照纸上说明量好，填入偏移后再打一张核对。</source>
        <translation>The test page went to &quot;{printer}&quot;. Measure as the page says, enter the offset, then print another to check.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>用于全部纸质单据</source>
        <translation>Use for all paper documents</translation>
    </message>
    <message>
        <source>打印测试页</source>
        <translation>Print test page</translation>
    </message>
    <message>
        <source>重找打印机</source>
        <translation>Look for printers</translation>
    </message>
    <message>
        <source>只对{counter}号窗口有效；纸盒、单双面和偏移只用于所选的打印机。</source>
        <translation>Holds for counter {counter} only; tray, sides and offset apply to the chosen printer and no other.</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>纸盒</source>
        <translation>Tray</translation>
    </message>
    <message>
        <source>单双面</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>偏移（毫米）</source>
        <translation>Offset (mm)</translation>
    </message>
    <message>
        <source>各种单据怎样打印</source>
        <translation>How each kind of paper is printed</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>毫米，如 1.5；反方向填负数，如 -0.8</source>
        <translation>Millimetres, such as 1.5; negative for the other way, such as -0.8</translation>
    </message>
    <message>
        <source>向右偏移</source>
        <translation>Move right</translation>
    </message>
    <message>
        <source>向下偏移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>{paper}最多偏移{most}毫米。先打印测试页，纸上写着怎样量、应填多少。</source>
        <translation>{paper}: {most} mm at most. Print the test page first; it says how to measure and what to enter.</translation>
    </message>
    <message>
        <source>未设置（用上次或默认的打印机）</source>
        <translation>Not set (the last or default printer)</translation>
    </message>
    <message>
        <source>{printer}（找不到）</source>
        <translation>{printer} (not found)</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Working.</translation>
    </message>
    <message>
        <source>先选打印机。</source>
        <translation>Choose the printer first.</translation>
    </message>
    <message>
        <source>{printer}（{state}）</source>
        <translation>{printer} ({state})</translation>
    </message>
    <message>
        <source>自动选择</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>手动进纸</source>
        <translation>Manual feed</translation>
    </message>
    <message>
        <source>多功能纸盒</source>
        <translation>Multi-purpose tray</translation>
    </message>
    <message>
        <source>信封进纸</source>
        <translation>Envelope feed</translation>
    </message>
    <message>
        <source>纸盒{number}</source>
        <translation>Tray {number}</translation>
    </message>
    <message>
        <source>按打印机设置</source>
        <translation>As the printer is set</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>双面，长边翻转</source>
        <translation>Both sides, flip on long edge</translation>
    </message>
    <message>
        <source>双面，短边翻转</source>
        <translation>Both sides, flip on short edge</translation>
    </message>
    <message>
        <source>右 {right:+.1f}&#x3000;下 {down:+.1f}</source>
        <translation>right {right:+.1f}, down {down:+.1f}</translation>
    </message>
</context>
<context>
    <name>produce</name>
    <message>
        <source>制证</source>
        <translation>Make permits</translation>
    </message>
    <message>
        <source>已预留{count}张空白，可以打印。</source>
        <translation>{count} blanks are reserved and can be printed.</translation>
    </message>
    <message>
        <source>已送出{count}张。请逐张核对，勾选打印好的，再按“已制成”。</source>
        <translation>{count} cards were sent. Check each one, tick those that came out right, then press &quot;Made&quot;.</translation>
    </message>
    <message>
        <source>已制成{count}张。</source>
        <translation>{count} made.</translation>
    </message>
    <message>
        <source>{serial}已办理，{name}仍在待制证中。</source>
        <translation>{serial} is recorded; {name} still waits for the permit.</translation>
    </message>
    <message>
        <source>超期{days}个工作日</source>
        <translation>{days} working days overdue</translation>
    </message>
    <message>
        <source>还有{days}个工作日</source>
        <translation>{days} working days left</translation>
    </message>
    <message>
        <source>{words}（暂估）</source>
        <translation>{words} (estimated)</translation>
    </message>
    <message>
        <source>没有有效的居住登记</source>
        <translation>No residence registration in force</translation>
    </message>
    <message>
        <source>没有相片</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>字库缺字：{glyphs}</source>
        <translation>No font has: {glyphs}</translation>
    </message>
    <message>
        <source>用以前的相片</source>
        <translation>With an earlier photo</translation>
    </message>
    <message>
        <source>可以制证</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>选</source>
        <translation>Tick</translation>
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
        <source>业务</source>
        <translation>Case kind</translation>
    </message>
    <message>
        <source>应办结</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>已打印好</source>
        <translation>Came out</translation>
    </message>
    <message>
        <source>空白号</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>业务编号</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>已送出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>未送出</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>作废 {serial}</source>
        <translation>Write off {serial}</translation>
    </message>
    <message>
        <source>这张空白作废后不能再用；这件业务回到待制证，另用一张空白重制。</source>
        <translation>This blank can never be used again; the case waits once more and is made on another blank.</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Write off</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>这张再打一次</source>
        <translation>Print this one again</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>已制成</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>翻面</source>
        <translation>Other side</translation>
    </message>
    <message>
        <source>待制证</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>待制证，空格键勾选</source>
        <translation>Waiting; the space bar ticks</translation>
    </message>
    <message>
        <source>没有待制证的业务</source>
        <translation>No case waits for its permit</translation>
    </message>
    <message>
        <source>本窗口已预留，等待结果</source>
        <translation>Reserved at this counter, result to be told</translation>
    </message>
    <message>
        <source>已预留的空白，空格键勾选打印好的</source>
        <translation>Reserved blanks; the space bar ticks those that came out</translation>
    </message>
    <message>
        <source>没有等待结果的空白</source>
        <translation>No blank waits for its result</translation>
    </message>
    <message>
        <source>证卡打印机</source>
        <translation>Card printer</translation>
    </message>
    <message>
        <source>卡面</source>
        <translation>The card</translation>
    </message>
    <message>
        <source>卡面预览</source>
        <translation>Preview of the card</translation>
    </message>
    <message>
        <source>{counter}号窗口还有{count}张空白</source>
        <translation>Counter {counter} has {count} blanks left</translation>
    </message>
    <message>
        <source>先勾选要制证的业务。</source>
        <translation>No case is ticked. The space bar ticks those to be made.</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Being recorded.</translation>
    </message>
    <message>
        <source>没有等待结果的空白。</source>
        <translation>No blank waits for its result.</translation>
    </message>
    <message>
        <source>没有可用的打印机，可以存为 PDF。</source>
        <translation>There is no printer; the cards can be saved as PDF.</translation>
    </message>
    <message>
        <source>没有未送出的证卡。</source>
        <translation>No card is left to send.</translation>
    </message>
    <message>
        <source>没有待制证的业务。</source>
        <translation>No case waits for its permit.</translation>
    </message>
    <message>
        <source>先勾选打印好的证卡。</source>
        <translation>No card is ticked. The space bar ticks those that came out right.</translation>
    </message>
    <message>
        <source>预留空白后在这里核对卡面</source>
        <translation>Cards are checked here once their blanks are reserved</translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation>Being set</translation>
    </message>
    <message>
        <source>正面</source>
        <translation>front</translation>
    </message>
    <message>
        <source>背面</source>
        <translation>back</translation>
    </message>
    <message>
        <source>{name}&#x3000;{serial}&#x3000;{side}</source>
        <translation>{name}, {serial}, {side}</translation>
    </message>
    <message>
        <source>有证卡没有记为已制成</source>
        <translation>Some cards were not recorded as made</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>请确认 {serial} 上没有打印任何内容，它将留在本窗口待用。</source>
        <translation>Please confirm that nothing was printed on {serial}. It stays at this counter for use.</translation>
    </message>
    <message>
        <source>把证卡存到哪个文件夹</source>
        <translation>Folder for the cards</translation>
    </message>
    <message>
        <source>{counter}号窗口已预留</source>
        <translation>Reserved, counter {counter}</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>有{count}张是以前预留的，可能已经打印过。请先逐张核对，勾选已打印好的。其余的确实都没有打印吗？</source>
        <translation>{count} were reserved earlier and may have been printed. Check each one and tick those that came out first. Is it certain that the others were not printed?</translation>
    </message>
    <message>
        <source>打印以前预留的</source>
        <translation>Print what was reserved earlier</translation>
    </message>
    <message>
        <source>没有打印过，打印</source>
        <translation>Not printed: print</translation>
    </message>
    <message>
        <source>补充相片</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>制证清单</source>
        <translation>Production sheet</translation>
    </message>
    <message>
        <source>先选中一件还没有预留空白的业务。</source>
        <translation>The cursor is on no case without a reserved blank.</translation>
    </message>
    <message>
        <source>补充相片&#x3000;{name}</source>
        <translation>Photo of {name}</translation>
    </message>
    <message>
        <source>存入相片</source>
        <translation>Store photo</translation>
    </message>
    <message>
        <source>相片已存入。</source>
        <translation>The photo is stored.</translation>
    </message>
    <message>
        <source>作废已制成的</source>
        <translation>Write off a made one</translation>
    </message>
    <message>
        <source>作废已制成的证卡</source>
        <translation>Write off a made card</translation>
    </message>
    <message>
        <source>已经发放的证不能在这里作废。</source>
        <translation> A permit that was handed over cannot be written off here.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{state}（{alerts}）</source>
        <translation>{state} ({alerts})</translation>
    </message>
    <message>
        <source>排队中</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>被挂起</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>打印机停用</source>
        <translation>Printer stopped</translation>
    </message>
    <message>
        <source>无应答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>取消打印</source>
        <translation>Cancel printing</translation>
    </message>
    <message>
        <source>这张没有正在进行的打印任务。</source>
        <translation>This card has no print job under way.</translation>
    </message>
    <message>
        <source>已取消打印，{serial}上没有打印，可以重新打印。</source>
        <translation>Printing cancelled: nothing was printed on {serial}; it can be printed again.</translation>
    </message>
    <message>
        <source>打印已停止。{serial}可能已经打印，请看打印机后再选结果。</source>
        <translation>Printing stopped. {serial} may have been printed: look at the printer before you say what came of it.</translation>
    </message>
    <message>
        <source>领取凭证已一并出具，可在当日未打印的单据中打印。</source>
        <translation> Their collection slips are made out: print them with the day&apos;s unprinted papers.</translation>
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
        <translation>Previous person&apos;s address</translation>
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
    <message>
        <source>更正身份内容</source>
        <translation>Correct the identity</translation>
    </message>
    <message>
        <source>此人还没有登记过，直接填写即可</source>
        <translation>Not registered yet; just fill it in</translation>
    </message>
    <message>
        <source>这次填的是“{value}”：以证件为准的按 Ctrl+R 更正</source>
        <translation>Typed now: &quot;{value}&quot;. If the document is right, correct with Ctrl+R</translation>
    </message>
    <message>
        <source>登记过的身份内容，不符的按 Ctrl+R 更正</source>
        <translation>Registered already; if it is wrong, correct with Ctrl+R</translation>
    </message>
    <message>
        <source>{fields}与登记的不同，没有改写登记。以证件为准的，按 Ctrl+R 提出更正；此表照登记的内容办理。</source>
        <translation>{fields}: differs from the record, which was not changed. If the document is right, propose a correction with Ctrl+R; this form goes by the record.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
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
    <name>retention</name>
    <message>
        <source>人员及其登记、办件、证件、单据</source>
        <translation>People with their registrations, cases, permits and papers</translation>
    </message>
    <message>
        <source>没有办成的申请所交的相片和签名</source>
        <translation>Photos and signatures of unsuccessful applications</translation>
    </message>
    <message>
        <source>内部清单中的姓名和号码</source>
        <translation>Names and numbers on internal lists</translation>
    </message>
    <message>
        <source>没有办完的表单草稿</source>
        <translation>Unfinished forms</translation>
    </message>
    <message>
        <source>操作留痕</source>
        <translation>The trail</translation>
    </message>
    <message>
        <source>此人最后一次登记、办件、证件终结之日</source>
        <translation>the day the person&apos;s last registration, case or permit ended</translation>
    </message>
    <message>
        <source>办件终结之日</source>
        <translation>the day the case ended</translation>
    </message>
    <message>
        <source>清单出具之日</source>
        <translation>the day the list was made out</translation>
    </message>
    <message>
        <source>最后一次保存之日</source>
        <translation>the day it was last saved</translation>
    </message>
    <message>
        <source>记录之日</source>
        <translation>the day of the entry</translation>
    </message>
    <message>
        <source>处理目的已实现、无法实现或者不再必要（第四十七条第一款第一项）</source>
        <translation>The purpose is achieved, cannot be achieved or is no longer needed (art. 47(1)(1))</translation>
    </message>
    <message>
        <source>保存期限已届满（第四十七条第一款第二项）</source>
        <translation>The retention term is over (art. 47(1)(2))</translation>
    </message>
    <message>
        <source>处理违反法律、行政法规（第四十七条第一款第四项）</source>
        <translation>The processing breaks laws or regulations (art. 47(1)(4))</translation>
    </message>
    <message>
        <source>待另一人批准</source>
        <translation>waits for another&apos;s approval</translation>
    </message>
    <message>
        <source>已批准，正在清除</source>
        <translation>approved, being deleted</translation>
    </message>
    <message>
        <source>未批准</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>已清除</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>应为{least}至{most}之间的整数（月）。法定最短期限：{law}。</source>
        <translation>A whole number of months from {least} to {most}. The shortest term by law: {law}.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>居住登记还没有注销，处理目的没有实现。注销登记后可以再申请。</source>
        <translation>The residence registration has not ended, so its purpose is not achieved. Ask again once it has.</translation>
    </message>
    <message>
        <source>居住证{number}还没有注销，处理目的没有实现。注销居住证后可以再申请。</source>
        <translation>Permit {number} has not been cancelled, so its purpose is not achieved. Ask again once it has.</translation>
    </message>
    <message>
        <source>办件{number}还没有办结，处理目的没有实现。办结后可以再申请。</source>
        <translation>Case {number} is not closed, so its purpose is not achieved. Ask again once it is.</translation>
    </message>
    <message>
        <source>法定保存期限到{until}届满（{law}）。届满前停止除存储和采取必要的安全保护措施之外的处理。</source>
        <translation>The law&apos;s term ends on {until} ({law}). Until then the data is only stored and protected.</translation>
    </message>
    <message>
        <source>这个办件的个人信息已经依法删除，只保留受理号、日期和办理结果。</source>
        <translation>The personal data of this case has been deleted as the law has it; its number, days and outcome remain.</translation>
    </message>
    <message>
        <source>身份版本</source>
        <translation>identity versions</translation>
    </message>
    <message>
        <source>居住登记版本</source>
        <translation>registration versions</translation>
    </message>
    <message>
        <source>随同未成年人</source>
        <translation>minors</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>相片和签名</source>
        <translation>photos and signatures</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>papers</translation>
    </message>
    <message>
        <source>打印件</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>居住证版本</source>
        <translation>permit versions</translation>
    </message>
    <message>
        <source>内部清单</source>
        <translation>internal lists</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>drafts</translation>
    </message>
    <message>
        <source>这份单据的个人信息已经依法删除，原样不再保存；单据编号、打印记录和文件摘要仍在。</source>
        <translation>The personal data of this paper has been deleted as the law has it and the sheet is no longer kept; its number, its copies and their digests are.</translation>
    </message>
    <message>
        <source>没有这份清除单。</source>
        <translation>There is no such purge order.</translation>
    </message>
    <message>
        <source>此人或此件又有了新的办理，期限重新计算，没有清除。</source>
        <translation>Something new was done for this person or case; the term counts anew and nothing was deleted.</translation>
    </message>
    <message>
        <source>{kind}不在这里清除：满期的留痕连同链首归档。</source>
        <translation>Not purged here: {kind}. Entries past their term are archived with the head of their chain.</translation>
    </message>
    <message>
        <source>没有到期的内容，不用编制清除单。</source>
        <translation>Nothing is due; no order is needed.</translation>
    </message>
    <message>
        <source>到期的内容在预览之后有了变动，请重新预览后再编制。</source>
        <translation>What is due has changed since the preview. Preview again, then prepare.</translation>
    </message>
    <message>
        <source>{kind}已有一份清除单没有办完，办完后再编制。</source>
        <translation>An order is still open: {kind}. Prepare another once it is done.</translation>
    </message>
    <message>
        <source>编制人和批准人不能是同一人，请由另一人批准。</source>
        <translation>Whoever prepared the order cannot approve it; somebody else must.</translation>
    </message>
    <message>
        <source>这份清除单刚刚有了变动，请重新打开。</source>
        <translation>This order has just changed. Open it again.</translation>
    </message>
    <message>
        <source>这份清除单还没有批准，不能清除。</source>
        <translation>This order is not approved; nothing can be deleted.</translation>
    </message>
    <message>
        <source>“{kind}”的保存期限刚刚有了变动，这一次没有保存。请核对后再改。</source>
        <translation>The term has just been changed by somebody else and was not saved: {kind}. Check, then change it.</translation>
    </message>
    <message>
        <source>请填写不批准的理由（2至60个字）。</source>
        <translation>Say why it is refused (2 to 60 characters).</translation>
    </message>
    <message>
        <source>此人的删除申请已经提出，正待批准。</source>
        <translation>Deletion of this person&apos;s data has been asked for and waits for approval.</translation>
    </message>
    <message>
        <source>保存期限与清除</source>
        <translation>Retention and purge</translation>
    </message>
    <message>
        <source>清除单由系统管理员编制。</source>
        <translation>Orders are prepared by the system administrator.</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Under way.</translation>
    </message>
    <message>
        <source>留痕不在这里清除：满期的连同链首归档。</source>
        <translation>The trail is not purged here: entries past their term are archived with the head of their chain.</translation>
    </message>
    <message>
        <source>先预览，再按预览的内容编制。</source>
        <translation>Preview first; the order is over what was previewed.</translation>
    </message>
    <message>
        <source>没有到期的内容。</source>
        <translation>Nothing is due.</translation>
    </message>
    <message>
        <source>清除单由安全管理员批准。</source>
        <translation>Orders are approved by the security administrator.</translation>
    </message>
    <message>
        <source>先选一份待批准的清除单。</source>
        <translation>Choose an order that waits for approval.</translation>
    </message>
    <message>
        <source>编制人和批准人不能是同一人。</source>
        <translation>Whoever prepared it cannot approve it.</translation>
    </message>
    <message>
        <source>清除单由安全管理员批准后办理。</source>
        <translation>Orders are carried out once the security administrator has approved them.</translation>
    </message>
    <message>
        <source>没有办到一半的清除单。</source>
        <translation>No order was cut off half way.</translation>
    </message>
    <message>
        <source>“{kind}”的保存期限已保存。</source>
        <translation>Term saved: {kind}.</translation>
    </message>
    <message>
        <source>清除单已编制，共 {count} 项，待安全管理员批准。</source>
        <translation>Order prepared, {count} entries; it waits for the security administrator.</translation>
    </message>
    <message>
        <source>没有批准，什么都没有清除。</source>
        <translation>Refused; nothing was deleted.</translation>
    </message>
    <message>
        <source>已清除 {done} / {parts}</source>
        <translation>{done} of {parts} deleted</translation>
    </message>
    <message>
        <source>清除完成：清除 {done} 项，保留 {kept} 项，已留痕。</source>
        <translation>Done: {done} deleted, {kept} kept; written to the trail.</translation>
    </message>
    <message>
        <source>预览到期的</source>
        <translation>Preview what is due</translation>
    </message>
    <message>
        <source>编制清除单</source>
        <translation>Prepare the order</translation>
    </message>
    <message>
        <source>批准并清除</source>
        <translation>Approve and delete</translation>
    </message>
    <message>
        <source>不批准</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>继续清除</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>从何时起</source>
        <translation>Counts from</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>法定不少于</source>
        <translation>By law at least</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>各类个人信息的保存期限</source>
        <translation>Retention terms by kind of data</translation>
    </message>
    <message>
        <source>本所保存（月，不填为通常期限）</source>
        <translation>Kept here (months; empty for the usual term)</translation>
    </message>
    <message>
        <source>到期的</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>终结于</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>到期的内容</source>
        <translation>What is due</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>清除单</source>
        <translation>Purge orders</translation>
    </message>
    <message>
        <source>项</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>还没有清除单。</source>
        <translation>No orders yet.</translation>
    </message>
    <message>
        <source>清除单，新的在前</source>
        <translation>Purge orders, newest first</translation>
    </message>
    <message>
        <source>保存期限由系统管理员设定。</source>
        <translation>Terms are set by the system administrator.</translation>
    </message>
    <message>
        <source>按 F6 预览到今天已经到期的内容；预览不改动任何记录。</source>
        <translation>Press F6 to preview what is due today; a preview changes nothing.</translation>
    </message>
    <message>
        <source>到期 {count} 项（截至 {day} 终结的）</source>
        <translation>{count} due (ended by {day})</translation>
    </message>
    <message>
        <source>，列出前 {shown} 项</source>
        <translation>, the first {shown} listed</translation>
    </message>
    <message>
        <source>按预览的 {count} 项编制，交安全管理员批准。批准以前什么都不清除。</source>
        <translation>An order over the {count} entries previewed goes to the security administrator. Nothing is deleted before it is approved.</translation>
    </message>
    <message>
        <source>编制</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>{what}，共 {count} 项。清除后不能恢复；办件统计、单据和空白证的账、操作留痕都保留。</source>
        <translation>{what}, {count} entries. What is deleted cannot be brought back; case statistics, the accounts of papers and blanks, and the trail stay.</translation>
    </message>
    <message>
        <source>不批准清除</source>
        <translation>Refuse the purge</translation>
    </message>
    <message>
        <source>拒绝的，应当说明理由（《个人信息保护法》第五十条）。</source>
        <translation>A refusal must give its reason (Personal Information Protection Law, art. 50).</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{years} 年</source>
        <translation>{years} y</translation>
    </message>
    <message>
        <source>{months} 个月</source>
        <translation>{months} mo</translation>
    </message>
    <message>
        <source>没有规定</source>
        <translation>none set</translation>
    </message>
    <message>
        <source>法定最短：{law}。</source>
        <translation>Shortest by law: {law}. </translation>
    </message>
    <message>
        <source>通常 {months}：{why}。</source>
        <translation>Usually {months}: {why}. </translation>
    </message>
    <message>
        <source>条文请本所法制部门核对后采用。</source>
        <translation>Have the station&apos;s legal section check the article before use.</translation>
    </message>
    <message>
        <source>本人申请</source>
        <translation>One&apos;s own request</translation>
    </message>
    <message>
        <source>编制：{name}</source>
        <translation>Prepared by {name}</translation>
    </message>
    <message>
        <source>截至 {day} 终结的</source>
        <translation>ended by {day}</translation>
    </message>
    <message>
        <source>批准：{name}</source>
        <translation>Decided by {name}</translation>
    </message>
    <message>
        <source>摘要 {digest}</source>
        <translation>digest {digest}</translation>
    </message>
    <message>
        <source>离线业务核对记录</source>
        <translation>reviews of an outage</translation>
    </message>
    <message>
        <source>设定期限</source>
        <translation>Set the term</translation>
    </message>
    <message>
        <source>到期的内容由系统管理员预览并编制清除单。</source>
        <translation>The system administrator previews what is due and prepares the order.</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>自己的草稿和密码</source>
        <translation>Own drafts and password</translation>
    </message>
    <message>
        <source>查询人员和证件</source>
        <translation>Look up people and permits</translation>
    </message>
    <message>
        <source>查看完整号码</source>
        <translation>See whole numbers</translation>
    </message>
    <message>
        <source>居住登记</source>
        <translation>Register residence</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept applications</translation>
    </message>
    <message>
        <source>签注</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>变更、挂失和恢复</source>
        <translation>Change, report lost, restore</translation>
    </message>
    <message>
        <source>注销和离开登记</source>
        <translation>Cancel permits, end residence</translation>
    </message>
    <message>
        <source>制证</source>
        <translation>Produce permits</translation>
    </message>
    <message>
        <source>发证和催领</source>
        <translation>Hand over and call in</translation>
    </message>
    <message>
        <source>撤回办件</source>
        <translation>Withdraw cases</translation>
    </message>
    <message>
        <source>告知本人信息</source>
        <translation>Tell people their own data</translation>
    </message>
    <message>
        <source>核验凭证</source>
        <translation>Verify papers</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>当日办件、待办和日结</source>
        <translation>Day&apos;s cases, work list, end of day</translation>
    </message>
    <message>
        <source>查看空白证</source>
        <translation>See blanks</translation>
    </message>
    <message>
        <source>本窗口打印设置</source>
        <translation>Printing at this counter</translation>
    </message>
    <message>
        <source>审核签发</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>空白证收发和作废</source>
        <translation>Keep the stock of blanks</translation>
    </message>
    <message>
        <source>人员账号</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>本所设置</source>
        <translation>Station settings</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>服务器连接、备份和恢复</source>
        <translation>Server, backups and restoring</translation>
    </message>
    <message>
        <source>授予身份</source>
        <translation>Give roles</translation>
    </message>
    <message>
        <source>停用权限</source>
        <translation>Take rights away</translation>
    </message>
    <message>
        <source>密码规定和第二要素</source>
        <translation>Password rule, second factors</translation>
    </message>
    <message>
        <source>查看核验公钥</source>
        <translation>See public keys</translation>
    </message>
    <message>
        <source>印章和数据库密钥</source>
        <translation>Seal and database keys</translation>
    </message>
    <message>
        <source>查看保存期限和清除单</source>
        <translation>See retention terms and purge orders</translation>
    </message>
    <message>
        <source>编制清除单、设定保存期限</source>
        <translation>Prepare purge orders, set retention terms</translation>
    </message>
    <message>
        <source>批准清除个人信息</source>
        <translation>Approve the deletion of personal data</translation>
    </message>
    <message>
        <source>查阅留痕</source>
        <translation>Read the trail</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export the log</translation>
    </message>
    <message>
        <source>校验留痕</source>
        <translation>Check the trail</translation>
    </message>
</context>
<context>
    <name>rights_page</name>
    <message>
        <source>权限</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>已停用{role}的“{right}”权限。</source>
        <translation>The right &quot;{right}&quot; is taken away from the role &quot;{role}&quot;.</translation>
    </message>
    <message>
        <source>已恢复{role}的“{right}”权限。</source>
        <translation>The role &quot;{role}&quot; has the right &quot;{right}&quot; again.</translation>
    </message>
    <message>
        <source>停用权限</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>恢复权限</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Working on it.</translation>
    </message>
    <message>
        <source>请先选一项权限。</source>
        <translation>Choose a right first.</translation>
    </message>
    <message>
        <source>这项权限没有停用过。</source>
        <translation>This right is not taken away from anybody.</translation>
    </message>
    <message>
        <source>每个人都要用到，不能停用。</source>
        <translation>Everybody needs it; it cannot be taken away.</translation>
    </message>
    <message>
        <source>只有一种身份能办，不能停用。</source>
        <translation>Only one role has it; it cannot be taken away.</translation>
    </message>
    <message>
        <source>{role}：{by}于{at}停用，原因：{reason}</source>
        <translation>{role}: taken away by {by} on {at}, reason: {reason}</translation>
    </message>
    <message>
        <source>停用权限：{right}</source>
        <translation>Take away: {right}</translation>
    </message>
    <message>
        <source>这种身份的所有人都不能再办，包括正在登录的。原因记入留痕。</source>
        <translation>Nobody in that role can do it any more, those signed in included. The reason goes into the trail.</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>恢复权限：{right}</source>
        <translation>Give back: {right}</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>2至60个字</source>
        <translation>2 to 60 characters</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>✓能办，✗本所已停用；系统、安全、审计是三种管理员。本所只能停用，不能增加；只有一种身份能办的不能停用。</source>
        <translation>✓ may, ✗ taken away here; System, Security and Audit are the three administrators. A station can only take away, never add, and never what only one role has.</translation>
    </message>
    <message>
        <source>民警</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>辅警</source>
        <translation>Auxiliary</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>安全</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Audit</translation>
    </message>
</context>
<context>
    <name>rule</name>
    <message>
        <source>居住登记</source>
        <translation>Residence registration</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Residence permit</translation>
    </message>
    <message>
        <source>申领材料</source>
        <translation>Application materials</translation>
    </message>
    <message>
        <source>权益和便利</source>
        <translation>Entitlements and conveniences</translation>
    </message>
    <message>
        <source>人员配备</source>
        <translation>Staffing</translation>
    </message>
    <message>
        <source>仅供查阅</source>
        <translation>For reference only</translation>
    </message>
    <message>
        <source>开发区</source>
        <translation>Development zones</translation>
    </message>
    <message>
        <source>登记的名称</source>
        <translation>Name of the registration</translation>
    </message>
    <message>
        <source>登记凭证的名称</source>
        <translation>Name of the certificate</translation>
    </message>
    <message>
        <source>登记适用的人员</source>
        <translation>Whom registration is for</translation>
    </message>
    <message>
        <source>登记适用的范围</source>
        <translation>Which moves are registered</translation>
    </message>
    <message>
        <source>居住多久应当登记</source>
        <translation>Length of stay that requires it</translation>
    </message>
    <message>
        <source>往返工作人员的登记</source>
        <translation>Registration of commuters</translation>
    </message>
    <message>
        <source>申报登记的期限</source>
        <translation>Time limit to report a residence</translation>
    </message>
    <message>
        <source>另有申报期限的长住</source>
        <translation>Long stay with its own time limit</translation>
    </message>
    <message>
        <source>长住的人申报登记的期限</source>
        <translation>Time limit to report a long stay</translation>
    </message>
    <message>
        <source>可以不登记的住所</source>
        <translation>Lodgings exempt from registration</translation>
    </message>
    <message>
        <source>可以不登记的人自愿登记</source>
        <translation>Exempt people who register anyway</translation>
    </message>
    <message>
        <source>县内变更住址的申报期限</source>
        <translation>Time limit to report a move within the county</translation>
    </message>
    <message>
        <source>离开居住地的注销期限</source>
        <translation>Time limit to deregister on leaving</translation>
    </message>
    <message>
        <source>出租人的报送期限</source>
        <translation>Landlord&apos;s time limit to report</translation>
    </message>
    <message>
        <source>用人单位的报送期限</source>
        <translation>Employer&apos;s time limit to report</translation>
    </message>
    <message>
        <source>出租人报告租住人离开的期限</source>
        <translation>Landlord&apos;s time limit to report departures</translation>
    </message>
    <message>
        <source>用人单位报告人员离开的期限</source>
        <translation>Employer&apos;s time limit to report departures</translation>
    </message>
    <message>
        <source>登记的收费</source>
        <translation>Fee for registration</translation>
    </message>
    <message>
        <source>证件的名称</source>
        <translation>Name of the permit</translation>
    </message>
    <message>
        <source>证件的式样</source>
        <translation>Form of the card</translation>
    </message>
    <message>
        <source>证件登载的内容</source>
        <translation>What the card shows</translation>
    </message>
    <message>
        <source>证件适用的人员</source>
        <translation>Whom the permit is for</translation>
    </message>
    <message>
        <source>证件适用的范围</source>
        <translation>Which moves the permit is for</translation>
    </message>
    <message>
        <source>申领前已经登记的时间</source>
        <translation>Time registered before applying</translation>
    </message>
    <message>
        <source>居住中断后的计算</source>
        <translation>Counting after an interruption</translation>
    </message>
    <message>
        <source>拟居住的时间</source>
        <translation>Intended length of stay</translation>
    </message>
    <message>
        <source>申领的最低年龄</source>
        <translation>Minimum age to apply</translation>
    </message>
    <message>
        <source>申领的条件（具备其一）</source>
        <translation>Grounds (any one of them)</translation>
    </message>
    <message>
        <source>每人可以持有的证件</source>
        <translation>Permits a person may hold</translation>
    </message>
    <message>
        <source>是否应当申领</source>
        <translation>Whether people must apply</translation>
    </message>
    <message>
        <source>应当申领的年龄</source>
        <translation>Ages that must apply</translation>
    </message>
    <message>
        <source>可以不申领的居住事由</source>
        <translation>Reasons exempt from applying</translation>
    </message>
    <message>
        <source>可以不申领的住所</source>
        <translation>Lodgings exempt from applying</translation>
    </message>
    <message>
        <source>申领的期限</source>
        <translation>Time limit to apply</translation>
    </message>
    <message>
        <source>由他人代为申领的年龄</source>
        <translation>Age below which others apply</translation>
    </message>
    <message>
        <source>可以代为申领的人</source>
        <translation>Who may apply for another</translation>
    </message>
    <message>
        <source>审核的期限</source>
        <translation>Time limit to decide</translation>
    </message>
    <message>
        <source>制作发放的期限</source>
        <translation>Time limit to make and hand over</translation>
    </message>
    <message>
        <source>延长后的发放期限</source>
        <translation>Time limit when extended</translation>
    </message>
    <message>
        <source>可以延长发放的情形</source>
        <translation>When it may be extended</translation>
    </message>
    <message>
        <source>换领、补领的办理期限</source>
        <translation>Time limit to replace</translation>
    </message>
    <message>
        <source>领取证件的期限</source>
        <translation>Time limit to collect</translation>
    </message>
    <message>
        <source>居住地址变更的申报期限</source>
        <translation>Time limit to report another address</translation>
    </message>
    <message>
        <source>换领、补领的情形</source>
        <translation>When a permit is replaced</translation>
    </message>
    <message>
        <source>证件的有效期</source>
        <translation>Validity of the permit</translation>
    </message>
    <message>
        <source>较长的有效期</source>
        <translation>Longer validity</translation>
    </message>
    <message>
        <source>适用较长有效期的情形</source>
        <translation>Who has the longer validity</translation>
    </message>
    <message>
        <source>期满换证的办理时间</source>
        <translation>When an expiring permit is renewed</translation>
    </message>
    <message>
        <source>签注的周期</source>
        <translation>How often it is endorsed</translation>
    </message>
    <message>
        <source>签注的办理时间</source>
        <translation>When it is endorsed</translation>
    </message>
    <message>
        <source>逾期未签注的后果</source>
        <translation>If it is not endorsed in time</translation>
    </message>
    <message>
        <source>补办签注后居住年限的起算</source>
        <translation>Counting years after a late endorsement</translation>
    </message>
    <message>
        <source>注销证件的情形</source>
        <translation>When a permit is cancelled</translation>
    </message>
    <message>
        <source>首次申领的收费</source>
        <translation>Fee for the first permit</translation>
    </message>
    <message>
        <source>签注的收费</source>
        <translation>Fee for endorsement</translation>
    </message>
    <message>
        <source>换领、补领的收费</source>
        <translation>Fee for replacement</translation>
    </message>
    <message>
        <source>协管员的配备比例</source>
        <translation>Residents per auxiliary</translation>
    </message>
    <message>
        <source>配备专职管理员的人数起点</source>
        <translation>Residents from which a full-time manager is due</translation>
    </message>
    <message>
        <source>专职管理员最少</source>
        <translation>Full-time managers, at least</translation>
    </message>
    <message>
        <source>专职管理员最多</source>
        <translation>Full-time managers, at most</translation>
    </message>
    <message>
        <source>不足起点的兼职管理员最少</source>
        <translation>Part-time managers below that number, at least</translation>
    </message>
    <message>
        <source>没有规定</source>
        <translation>Nothing is laid down</translation>
    </message>
    <message>
        <source>仅供查阅，不据以办理</source>
        <translation>For reference only, never applied</translation>
    </message>
    <message>
        <source>内地居民；外国人、港澳台居民按其他规定</source>
        <translation>Mainland residents; other rules for foreigners and residents of Hong Kong, Macao and Taiwan</translation>
    </message>
    <message>
        <source>内地居民，也包括外国人、港澳台居民</source>
        <translation>Mainland residents, and also foreigners and residents of Hong Kong, Macao and Taiwan</translation>
    </message>
    <message>
        <source>应当办理</source>
        <translation>Must be served</translation>
    </message>
    <message>
        <source>不办理</source>
        <translation>Not served</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Charged</translation>
    </message>
    <message>
        <source>一人一证</source>
        <translation>One permit per person</translation>
    </message>
    <message>
        <source>没有限制</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>应当申领</source>
        <translation>They must apply</translation>
    </message>
    <message>
        <source>可以申领，出于自愿</source>
        <translation>They may apply; it is voluntary</translation>
    </message>
    <message>
        <source>使用功能中止，补办签注后恢复</source>
        <translation>Suspended until it is endorsed</translation>
    </message>
    <message>
        <source>不中止使用功能</source>
        <translation>Not suspended</translation>
    </message>
    <message>
        <source>收取工本费</source>
        <translation>Cost of the card is charged</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>{n}日以上</source>
        <translation>{n} days or more</translation>
    </message>
    <message>
        <source>没有要求</source>
        <translation>Not required</translation>
    </message>
    <message>
        <source>拟居住{n}日以上</source>
        <translation>{n} days or more intended</translation>
    </message>
    <message>
        <source>不作区分</source>
        <translation>No distinction</translation>
    </message>
    <message>
        <source>跨县（市、区）工作{n}个月以上的登记</source>
        <translation>Registered after working in another county, city or district for {n} months or more</translation>
    </message>
    <message>
        <source>不登记</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>年满{n}周岁</source>
        <translation>{n} years old or more</translation>
    </message>
    <message>
        <source>没有最低年龄</source>
        <translation>No minimum age</translation>
    </message>
    <message>
        <source>未满{n}周岁</source>
        <translation>Under {n} years old</translation>
    </message>
    <message>
        <source>每{n}名流动人口配备1名</source>
        <translation>1 for every {n} newcomers</translation>
    </message>
    <message>
        <source>流动人口{n}人以上</source>
        <translation>{n} newcomers or more</translation>
    </message>
    <message>
        <source>没有起点</source>
        <translation>From the first</translation>
    </message>
    <message>
        <source>{n}名</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{time}以上</source>
        <translation>{time} or more</translation>
    </message>
    <message>
        <source>{time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>没有有效期</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>每{time}一次</source>
        <translation>Every {time}</translation>
    </message>
    <message>
        <source>不签注</source>
        <translation>Not endorsed</translation>
    </message>
    <message>
        <source>连续计算，中断后重新起算</source>
        <translation>Continuous; begins anew after an interruption</translation>
    </message>
    <message>
        <source>合并计算</source>
        <translation>Added up</translation>
    </message>
    <message>
        <source>自补办签注之日起连续计算</source>
        <translation>Counted on from the day of the late endorsement</translation>
    </message>
    <message>
        <source>自发证之日起连续计算</source>
        <translation>Counted on from the day of issue</translation>
    </message>
    <message>
        <source>跨县（市、区）</source>
        <translation>To another county, city or district</translation>
    </message>
    <message>
        <source>跨市、县；同一城市的市辖区之间不算</source>
        <translation>To another city or county; not between districts of one city</translation>
    </message>
    <message>
        <source>每位申领人</source>
        <translation>Every applicant</translation>
    </message>
    <message>
        <source>以就业为条件的申领人</source>
        <translation>Applicants on the ground of employment</translation>
    </message>
    <message>
        <source>以住所为条件的申领人</source>
        <translation>Applicants on the ground of dwelling</translation>
    </message>
    <message>
        <source>以就读为条件的申领人</source>
        <translation>Applicants on the ground of study</translation>
    </message>
    <message>
        <source>由他人代为申领的</source>
        <translation>Applications by an agent</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{first}；{rest}</source>
        <translation>{first}; {rest}</translation>
    </message>
    <message>
        <source>{first}、{rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>每年一次</source>
        <translation>Once a year</translation>
    </message>
    <message>
        <source>{n}</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>半年（6个月）</source>
        <translation>half a year (6 months)</translation>
    </message>
    <message>
        <source>{years}年</source>
        <translation>{years} years</translation>
    </message>
    <message>
        <source>{months}个月</source>
        <translation>{months} months</translation>
    </message>
    <message>
        <source>届满前{n}个月内</source>
        <translation>Within {n} months before the end</translation>
    </message>
    <message>
        <source>届满前{n}日内</source>
        <translation>Within {n} days before the end</translation>
    </message>
    <message>
        <source>{first}周岁以上</source>
        <translation>{first} years old or more</translation>
    </message>
    <message>
        <source>不分年龄</source>
        <translation>All ages</translation>
    </message>
    <message>
        <source>{first}至{last}周岁</source>
        <translation>{first} to {last} years old</translation>
    </message>
    <message>
        <source>{scope}；{areas}视为一地</source>
        <translation>{scope}; {areas} count as one place</translation>
    </message>
    <message>
        <source>{who}；任选其一（{things}）</source>
        <translation>{who}; any one of: {things}</translation>
    </message>
    <message>
        <source>{told}；数据共享能取得的不要求提交</source>
        <translation>{told}; not demanded where data sharing supplies it</translation>
    </message>
    <message>
        <source>{kind}，凭{papers}</source>
        <translation>{kind}, with {papers}</translation>
    </message>
    <message>
        <source>没有这一项规定</source>
        <translation>No such rule</translation>
    </message>
    <message>
        <source>原代码{code}</source>
        <translation>former code {code}</translation>
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
    <message>
        <source>依据</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>此前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>{day} 起不再规定</source>
        <translation>No longer laid down from {day} on</translation>
    </message>
    <message>
        <source>{day} 起如此</source>
        <translation>So since {day}</translation>
    </message>
    <message>
        <source>未能核实：{why}</source>
        <translation>Could not be verified: {why}</translation>
    </message>
    <message>
        <source>法律没有规定：{why}</source>
        <translation>The law is silent: {why}</translation>
    </message>
    <message>
        <source>{dates}&#x3000;{value}</source>
        <translation>{dates}: {value}</translation>
    </message>
    <message>
        <source>以前有过、现在不再规定的</source>
        <translation>In force before, no longer</translation>
    </message>
    <message>
        <source>现行规定</source>
        <translation>Rules in force</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>规定</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>所依的规则包（下层优先）</source>
        <translation>Rule packs (the lower one prevails)</translation>
    </message>
    <message>
        <source>已经失效</source>
        <translation>Lapsed</translation>
    </message>
    <message>
        <source>没有采用的本所规则包</source>
        <translation>The station&apos;s own packs that were refused</translation>
    </message>
    <message>
        <source>规定全文</source>
        <translation>The rule in full</translation>
    </message>
    <message>
        <source>查找规定</source>
        <translation>Find a rule</translation>
    </message>
    <message>
        <source>换地区</source>
        <translation>Another place</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>上一次变动</source>
        <translation>Previous change</translation>
    </message>
    <message>
        <source>下一次变动</source>
        <translation>Next change</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>事项、规定、条文或拼音首字母</source>
        <translation>Matter, rule, article or initials</translation>
    </message>
    <message>
        <source>正在读取……</source>
        <translation>Reading...</translation>
    </message>
    <message>
        <source>没有更早的规定。</source>
        <translation>There are no earlier rules.</translation>
    </message>
    <message>
        <source>没有已知的以后的变动。</source>
        <translation>No later change is known.</translation>
    </message>
    <message>
        <source>共 {count} 项</source>
        <translation>{count} rules</translation>
    </message>
    <message>
        <source>找到 {shown} 项</source>
        <translation>{shown} found</translation>
    </message>
    <message>
        <source>未核实 {unverified} 项，法无规定 {silent} 项</source>
        <translation>{unverified} not verified, {silent} not laid down</translation>
    </message>
    <message>
        <source>本所的规则包没有采用：{why}</source>
        <translation>A rule pack of this station was refused: {why}</translation>
    </message>
    <message>
        <source>没有一项规定含有“{words}”。</source>
        <translation>No rule contains &quot;{words}&quot;.</translation>
    </message>
    <message>
        <source>已核实</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>未核实</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>法无规定</source>
        <translation>Not laid down</translation>
    </message>
    <message>
        <source>仅供查阅</source>
        <translation>For reference only</translation>
    </message>
    <message>
        <source>不再规定</source>
        <translation>No longer in force</translation>
    </message>
    <message>
        <source>全国</source>
        <translation>Nation</translation>
    </message>
    <message>
        <source>省级</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>市级</source>
        <translation>City</translation>
    </message>
    <message>
        <source>县级</source>
        <translation>County</translation>
    </message>
    <message>
        <source>{value}（未核实）</source>
        <translation>{value} (not verified)</translation>
    </message>
    <message>
        <source>{first} 起</source>
        <translation>from {first}</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{document}，{dates}</source>
        <translation>{document}, {dates}</translation>
    </message>
    <message>
        <source>{basis}（{source}）</source>
        <translation>{basis} ({source})</translation>
    </message>
    <message>
        <source>规定相同，依据为{basis}</source>
        <translation>Same rule, under {basis}</translation>
    </message>
    <message>
        <source>{title}（{document}）施行到 {day}，已经失效，由上层规定代替：{instead}。</source>
        <translation>{title} ({document}) applied until {day} and has lapsed; the layer above stands in: {instead}.</translation>
    </message>
    <message>
        <source>{file}，{key}：{reason}</source>
        <translation>{file}, {key}: {reason}</translation>
    </message>
    <message>
        <source>{file} 第 {line} 行，{key}：{reason}</source>
        <translation>{file}, line {line}, {key}: {reason}</translation>
    </message>
    <message>
        <source>{begins} 起施行，以后没有已知的变动</source>
        <translation>In force since {begins}, no later change known</translation>
    </message>
    <message>
        <source>{begins} 至 {ends} 施行</source>
        <translation>In force {begins} to {ends}</translation>
    </message>
    <message>
        <source>{value}（至 {day}）</source>
        <translation>{value} (until {day})</translation>
    </message>
    <message>
        <source>落户的规定（另行测算）</source>
        <translation>Hukou transfer (assessed separately)</translation>
    </message>
    <message>
        <source>{words}，这一天还没有施行</source>
        <translation>{words}; not yet in force on this day</translation>
    </message>
    <message>
        <source>{words}，这一天已经失效</source>
        <translation>{words}; lapsed by this day</translation>
    </message>
    <message>
        <source>人员配备测算</source>
        <translation>Staff for newcomers</translation>
    </message>
    <message>
        <source>流动人口（人）</source>
        <translation>Newcomers</translation>
    </message>
    <message>
        <source>一个社区（村）、企业或者用工单位的人数</source>
        <translation>Those of one community (village), company or employer</translation>
    </message>
    <message>
        <source>这一天当地没有规定协管员、管理员的配备标准。</source>
        <translation>On that day no number of auxiliaries or managers was laid down there.</translation>
    </message>
    <message>
        <source>打印测算表</source>
        <translation>Print the count</translation>
    </message>
    <message>
        <source>正在出具。</source>
        <translation>Being made out.</translation>
    </message>
    <message>
        <source>先填流动人口数量。</source>
        <translation>Enter the number of newcomers first.</translation>
    </message>
</context>
<context>
    <name>seal_keys</name>
    <message>
        <source>核验密钥</source>
        <translation>Sealing keys</translation>
    </message>
    <message>
        <source>已生成新的密钥，旧密钥不再使用。</source>
        <translation>A new key was made; the old one seals no more.</translation>
    </message>
    <message>
        <source>密钥{key}已吊销。请把新的公钥文件发给核验单位。</source>
        <translation>Key {key} is revoked. Send the new public keys file to whoever checks papers.</translation>
    </message>
    <message>
        <source>已导出{count}把公钥，文件指纹 {print}。</source>
        <translation>Exported {count} public keys, fingerprint {print}.</translation>
    </message>
    <message>
        <source>已导出{count}份失效单据的名单，文件指纹 {print}。</source>
        <translation>Exported a list of {count} ended papers, fingerprint {print}.</translation>
    </message>
    <message>
        <source>已导入{count}把公钥，文件指纹 {print}。请与对方核对指纹。</source>
        <translation>Imported {count} public keys, fingerprint {print}. Compare it with the other station.</translation>
    </message>
    <message>
        <source>已导入{count}份失效单据的名单。</source>
        <translation>Imported a list of {count} ended papers.</translation>
    </message>
    <message>
        <source>吊销密钥{key}</source>
        <translation>Revoke key {key}</translation>
    </message>
    <message>
        <source>密钥遗失或者泄露时才吊销。吊销以后，用它签名的单据一律核验不过，不论何时出具，需要重新出具。</source>
        <translation>Revoke a key only when it is lost or known to others. From then on no paper sealed with it passes a check, whenever it was issued; such papers must be issued again.</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>2至60个字</source>
        <translation>2 to 60 characters</translation>
    </message>
    <message>
        <source>不吊销</source>
        <translation>Do not revoke</translation>
    </message>
    <message>
        <source>吊销</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>导出公钥文件</source>
        <translation>Export public keys</translation>
    </message>
    <message>
        <source>导出失效单据名单</source>
        <translation>Export ended papers</translation>
    </message>
    <message>
        <source>吊销选中的密钥</source>
        <translation>Revoke this key</translation>
    </message>
    <message>
        <source>密钥</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>使用日期</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>还没有密钥；出具第一份单据时自动生成。</source>
        <translation>There is no key yet; the first paper makes one.</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Under way.</translation>
    </message>
    <message>
        <source>今后的单据用新的密钥签名；以前的单据照样有效。换好后请重新导出公钥文件。</source>
        <translation>Papers will be sealed with the new key from now on; earlier ones stay valid. Export the public keys again afterwards.</translation>
    </message>
    <message>
        <source>更换</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>{name}（演练）</source>
        <translation>{name} (practice)</translation>
    </message>
    <message>
        <source>已吊销</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>正在使用</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>已停用，仍可核验</source>
        <translation>put away, still checks</translation>
    </message>
    <message>
        <source>可核验</source>
        <translation>checks</translation>
    </message>
    <message>
        <source>公钥</source>
        <translation>public-keys</translation>
    </message>
    <message>
        <source>失效单据</source>
        <translation>ended-papers</translation>
    </message>
    <message>
        <source>由安全管理员办理，请安全管理员登录。</source>
        <translation>The security administrator does this; have them sign in.</translation>
    </message>
    <message>
        <source>导入外所公钥</source>
        <translation>Import other keys</translation>
    </message>
    <message>
        <source>导入外所名单</source>
        <translation>Import other list</translation>
    </message>
    <message>
        <source>更换本所密钥</source>
        <translation>Change the key</translation>
    </message>
    <message>
        <source>单据上的二维码用本所密钥签名。把公钥文件和失效单据名单发给学校、银行等核验单位，对方不联网也能核验；发出后请电话核对文件指纹。</source>
        <translation>The QR code on a paper is signed with this station&apos;s key. Give the public keys and the list of ended papers to schools, banks and others: they can check papers without a network. Compare the fingerprint by telephone afterwards.</translation>
    </message>
    <message>
        <source>密钥，本所的在前</source>
        <translation>Keys, this station&apos;s first</translation>
    </message>
    <message>
        <source>本所公钥文件指纹：{print}</source>
        <translation>Fingerprint of this station&apos;s public keys: {print}</translation>
    </message>
    <message>
        <source>只能吊销本所还没有吊销的密钥。</source>
        <translation>Only a key of this station that is not revoked yet can be revoked.</translation>
    </message>
    <message>
        <source>{day} 起</source>
        <translation>since {day}</translation>
    </message>
</context>
<context>
    <name>second_factor</name>
    <message>
        <source>密钥</source>
        <translation>key</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>telephone code</translation>
    </message>
</context>
<context>
    <name>second_factors</name>
    <message>
        <source>第二要素</source>
        <translation>Second factors</translation>
    </message>
    <message>
        <source>已停用：{owner}的“{name}”。</source>
        <translation>Ended: {owner}&apos;s &quot;{name}&quot;.</translation>
    </message>
    <message>
        <source>规定已保存，下次登录起作用。</source>
        <translation>The rule is saved and holds from the next sign-in on.</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>✗ {day} 停用</source>
        <translation>✗ ended {day}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>必须有第二要素的身份：{roles}。</source>
        <translation>A second factor is required of: {roles}. </translation>
    </message>
    <message>
        <source>没有哪种身份必须有第二要素；登记了的人登录时要用。</source>
        <translation>No role must have a second factor; whoever registered one is asked for it. </translation>
    </message>
    <message>
        <source>服务器连不上时，最近{days}天在本窗口登录过的人员可以登录。</source>
        <translation>While the server is away, those who signed in at the counter in the last {days} days may sign in there.</translation>
    </message>
    <message>
        <source>服务器连不上时不能登录。</source>
        <translation>While the server is away nobody signs in.</translation>
    </message>
    <message>
        <source>停用（遗失）</source>
        <translation>Disable (lost)</translation>
    </message>
    <message>
        <source>登录规定</source>
        <translation>Sign-in rule</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>最近使用</source>
        <translation>Last used</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>还没有人登记第二要素。本人在“密码和第二要素”里登记。</source>
        <translation>Nobody has a second factor yet. Everybody registers their own under &quot;Password and second factor&quot;.</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Under way.</translation>
    </message>
    <message>
        <source>请先选一个在用的。</source>
        <translation>Choose one that is in use first.</translation>
    </message>
    <message>
        <source>停用{owner}的“{name}”，马上不能再用它登录，也不能再登记。本人没有别的第二要素时，按规定重新登记。</source>
        <translation>{owner}&apos;s &quot;{name}&quot; lets nobody in from now on and cannot be registered again. Who has no other and must have one registers another.</translation>
    </message>
    <message>
        <source>停用第二要素</source>
        <translation>End a second factor</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>打勾的身份登录必须有第二要素；还没有登记的，下次登录时登记。</source>
        <translation>The roles ticked must have a second factor; who has none registers one at the next sign-in.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>0至30天；0为不能登录</source>
        <translation>0 to 30 days; 0 means nobody</translation>
    </message>
    <message>
        <source>服务器连不上时几天内可登录</source>
        <translation>Days of sign-in without the server</translation>
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
    <message>
        <source>数据加密</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>至少 12 个字符，可用几个词组成的一句话；与登录密码不同，请另行妥善保管</source>
        <translation>At least 12 characters, a phrase of a few words is good; not the password, and to be kept safely elsewhere</translation>
    </message>
    <message>
        <source>开机口令</source>
        <translation>Start secret</translation>
    </message>
    <message>
        <source>再输一次口令</source>
        <translation>Start secret again</translation>
    </message>
    <message>
        <source>与口令相同</source>
        <translation>Same as the secret</translation>
    </message>
    <message>
        <source>全所只填写一次，保存在本所服务器上。设立后用下面的管理员登录。</source>
        <translation>Filled in once for the whole station and kept on its server. Sign in afterwards as the administrator named below.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>签发机关</source>
        <translation>Issuing authority</translation>
    </message>
    <message>
        <source>制证后多少日未领即通知</source>
        <translation>Days after which an uncollected permit is called for</translation>
    </message>
    <message>
        <source>签发机关应为{least}至{most}个字的全称，如“济南市公安局历下区分局”。</source>
        <translation>The issuing authority is its full name of {least} to {most} characters, such as 济南市公安局历下区分局.</translation>
    </message>
    <message>
        <source>应为{least}至{most}之间的整数。</source>
        <translation>A whole number from {least} to {most}.</translation>
    </message>
    <message>
        <source>“{setting}”刚刚改成了“{now}”，这一次没有保存。请核对后再改。</source>
        <translation>&quot;{setting}&quot; has just become &quot;{now}&quot;. Nothing was saved this time; look at it and change it again.</translation>
    </message>
    <message>
        <source>字库里没有“{characters}”，证件上印不出来。请改用其他写法。</source>
        <translation>No font has &quot;{characters}&quot;, so the card cannot say it. Write it another way.</translation>
    </message>
    <message>
        <source>（未设置）</source>
        <translation>(not set)</translation>
    </message>
    <message>
        <source>本所设置由系统管理员修改，当前登录的人员只能查看。</source>
        <translation>The system administrator changes the station settings. You can only look.</translation>
    </message>
    <message>
        <source>“{what}”现在是“{now}”，留痕里没有这次修改。请核对，并由管理员重新设置。</source>
        <translation>&quot;{what}&quot; is &quot;{now}&quot; now, and the trail tells of no such change. Please check, and have an administrator set it again.</translation>
    </message>
    <message>
        <source>密码规定</source>
        <translation>Password rule</translation>
    </message>
    <message>
        <source>{counter}号窗口{paper}的打印设置</source>
        <translation>Print settings of counter {counter} for {paper}</translation>
    </message>
    <message>
        <source>领取凭证何时出具</source>
        <translation>When the collection slip is made out</translation>
    </message>
    <message>
        <source>只能是“{demand}”或者“{card}”。</source>
        <translation>It is either &quot;{demand}&quot; or &quot;{card}&quot;.</translation>
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
    <message>
        <source>现行规定</source>
        <translation>Rules in force</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>证件空白</source>
        <translation>Blank cards</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>制证</source>
        <translation>Make permits</translation>
    </message>
    <message>
        <source>发证</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>未领取的居住证</source>
        <translation>Not collected</translation>
    </message>
    <message>
        <source>本所设置</source>
        <translation>Station settings</translation>
    </message>
    <message>
        <source>验证单据</source>
        <translation>Check a paper</translation>
    </message>
    <message>
        <source>人员管理</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>打印机设置</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>本所服务器 {host}，已连接</source>
        <translation>Station&apos;s server {host}, connected</translation>
    </message>
    <message>
        <source>自 {since} 起连不上本所服务器</source>
        <translation>Station&apos;s server away since {since}</translation>
    </message>
    <message>
        <source>管理员不查询人员，也不办件；办件请由窗口人员登录。</source>
        <translation>Administrators do not look people up or take cases; counter staff sign in for that.</translation>
    </message>
    <message>
        <source>核验密钥</source>
        <translation>Seal keys</translation>
    </message>
    <message>
        <source>显示完整号码</source>
        <translation>Show whole numbers</translation>
    </message>
    <message>
        <source>第二要素</source>
        <translation>Second factors</translation>
    </message>
    <message>
        <source>权限</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>密码和第二要素</source>
        <translation>Password and second factor</translation>
    </message>
    <message>
        <source>待上传</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>保存期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>连接</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>备份与密钥</source>
        <translation>Backups and keys</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>没有办完的表单已保留，可以从柜台（F3）的“未完成的表单”继续。</source>
        <translation>The unfinished form is kept; go on with it from the desk (F3).</translation>
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
    <message>
        <source>设置自己的密码</source>
        <translation>Set your own password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>设置并登录</source>
        <translation>Set and sign in</translation>
    </message>
    <message>
        <source>换人登录</source>
        <translation>Sign in as someone else</translation>
    </message>
    <message>
        <source>再确认一步</source>
        <translation>One more step</translation>
    </message>
    <message>
        <source>密钥</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>插上登记过的U盘，会自动找到</source>
        <translation>Plug in the registered stick; it is found by itself</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>手机上现在显示的6位数字</source>
        <translation>The 6 digits on the telephone now</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>改用手机动态码</source>
        <translation>Use the telephone instead</translation>
    </message>
    <message>
        <source>改用密钥U盘</source>
        <translation>Use the key instead</translation>
    </message>
    <message>
        <source>选择密钥文件</source>
        <translation>Choose a key file</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>登记第二要素</source>
        <translation>Register a second factor</translation>
    </message>
    <message>
        <source>用手机动态码</source>
        <translation>With a telephone</translation>
    </message>
    <message>
        <source>用密钥U盘</source>
        <translation>With a key on a stick</translation>
    </message>
    <message>
        <source>{name}（{folder}）</source>
        <translation>{name} ({folder})</translation>
    </message>
    <message>
        <source>返回锁屏  Esc</source>
        <translation>Back to the lock  Esc</translation>
    </message>
    <message>
        <source>窗口由{name}锁定，内容都已保留。您登录后从空白柜台开始。</source>
        <translation>{name} locked this counter; everything is kept. You begin at an empty desk.</translation>
    </message>
    <message>
        <source>密钥U盘更可靠；手机动态码可以作备用，登录后在“密码和第二要素”里再登记。</source>
        <translation>A key on a stick is safer; a telephone can be added as a fallback under &quot;Password and second factor&quot;.</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message>
        <source>人员管理</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>已修改：{name}。</source>
        <translation>Changed: {name}.</translation>
    </message>
    <message>
        <source>已停用：{name}。</source>
        <translation>Disabled: {name}.</translation>
    </message>
    <message>
        <source>已启用：{name}。</source>
        <translation>Enabled: {name}.</translation>
    </message>
    <message>
        <source>密码规定已保存，下次设置密码时起作用。</source>
        <translation>Password rule saved; it applies to passwords set from now on.</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>2至30个字母或数字，不分大小写；停用后也不给别人。</source>
        <translation>2 to 30 letters or digits, capital or small alike; never given to anybody else.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>添加人员</source>
        <translation>Add staff</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>修改：{name}</source>
        <translation>Change {name}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>至少几个字符</source>
        <translation>Fewest characters</translation>
    </message>
    <message>
        <source>8至64</source>
        <translation>8 to 64</translation>
    </message>
    <message>
        <source>字母、数字、符号中要有几种</source>
        <translation>Kinds among letters, digits and signs</translation>
    </message>
    <message>
        <source>2或3</source>
        <translation>2 or 3</translation>
    </message>
    <message>
        <source>几天一换</source>
        <translation>Days until it must be changed</translation>
    </message>
    <message>
        <source>0至365；0为不限</source>
        <translation>0 to 365; 0: never</translation>
    </message>
    <message>
        <source>不能与最近几次相同</source>
        <translation>How many last ones may not come again</translation>
    </message>
    <message>
        <source>0至24</source>
        <translation>0 to 24</translation>
    </message>
    <message>
        <source>连续输错几次暂停</source>
        <translation>Wrong ones in a row before a wait</translation>
    </message>
    <message>
        <source>3至10</source>
        <translation>3 to 10</translation>
    </message>
    <message>
        <source>输错到这个次数后，账号先暂停1分钟，再错加倍，最长30分钟。</source>
        <translation>After so many wrong ones the account waits a minute, then twice as long each time, half an hour at most.</translation>
    </message>
    <message>
        <source>密码规定</source>
        <translation>Password rule</translation>
    </message>
    <message>
        <source>{name}的一次性密码</source>
        <translation>One-time password of {name}</translation>
    </message>
    <message>
        <source>这个账号刚才已经添加，密码只显示一次。没有记下的，请重置密码。</source>
        <translation>The account was added just before, and its password is shown once only. If it was not noted, reset it.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>登录名&#x3000;{name}</source>
        <translation>User name: {name}</translation>
    </message>
    <message>
        <source>一次性密码</source>
        <translation>One-time password</translation>
    </message>
    <message>
        <source>只显示这一次，请当面交给本人。7天内有效，本人首次登录时改为自己的密码。</source>
        <translation>Shown this once: hand it over in person. It lasts 7 days, and its owner replaces it at the first sign-in.</translation>
    </message>
    <message>
        <source>已交给本人</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>✗ 已停用</source>
        <translation>✗ disabled</translation>
    </message>
    <message>
        <source>! 输错密码，暂停{minutes}分钟</source>
        <translation>! wrong passwords, {minutes} min</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In service</translation>
    </message>
    <message>
        <source>样例，写在登录页上</source>
        <translation>Sample, on the sign-in page</translation>
    </message>
    <message>
        <source>一次性，{day} 给出</source>
        <translation>One-time, given {day}</translation>
    </message>
    <message>
        <source>{day} 设置</source>
        <translation>Set {day}</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>重置密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>没有人员</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>In progress.</translation>
    </message>
    <message>
        <source>请先选一个人。</source>
        <translation>Choose somebody first.</translation>
    </message>
    <message>
        <source>演练人员是样例，不能修改。</source>
        <translation>Practice staff are samples and cannot be changed.</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Enable</translation>
    </message>
    <message>
        <source>不能停用自己的账号。</source>
        <translation>You cannot disable your own account.</translation>
    </message>
    <message>
        <source>自己的密码在设置菜单的“修改密码”里换。</source>
        <translation>Change your own password under &quot;Change password&quot; in the settings menu.</translation>
    </message>
    <message>
        <source>账号已停用，请先启用。</source>
        <translation>The account is disabled; enable it first.</translation>
    </message>
    <message>
        <source>停用：{name}</source>
        <translation>Disable {name}</translation>
    </message>
    <message>
        <source>停用后不能再登录，已锁屏的不能解锁；办过的件不变，以后可以再启用。</source>
        <translation>They can neither sign in nor unlock a locked screen; what they did stays, and they can be enabled again.</translation>
    </message>
    <message>
        <source>重置密码：{name}</source>
        <translation>Reset the password of {name}</translation>
    </message>
    <message>
        <source>原来的密码马上失效，换成一次性密码，本人下次登录时自己设置。</source>
        <translation>The old password ends at once; a one-time password takes its place until the next sign-in.</translation>
    </message>
    <message>
        <source>{name}现在是{role}，重新登录后按新身份办理。</source>
        <translation>{name} now has the role &quot;{role}&quot;; it holds from their next sign-in.</translation>
    </message>
    <message>
        <source>添加后给出一次性密码，授予身份之后才能登录，首次登录时自己设置密码。</source>
        <translation>A one-time password is given. They can sign in once they have a role, and then set a password of their own.</translation>
    </message>
    <message>
        <source>登录名{name}不能改。</source>
        <translation>The sign-in name {name} cannot be changed.</translation>
    </message>
    <message>
        <source>授予身份：{name}</source>
        <translation>Give a role: {name}</translation>
    </message>
    <message>
        <source>现在是{role}。原来的权限马上停止，重新登录后按新身份办理。三种管理员互不兼任，也不办件。</source>
        <translation>Role now: {role}. The old rights end at once; the new ones hold from the next sign-in. Nobody is two kinds of administrator, and administrators take no cases.</translation>
    </message>
    <message>
        <source>授予</source>
        <translation>Give</translation>
    </message>
    <message>
        <source>授予身份</source>
        <translation>Give role</translation>
    </message>
    <message>
        <source>一人一个账号，不共用；系统管理员建账号，安全管理员授予身份。停用的账号保留，办过的件和留痕不变。</source>
        <translation>One account a person, never shared. The system administrator makes accounts, the security administrator gives roles. Disabled accounts are kept with all they did.</translation>
    </message>
    <message>
        <source>账号由系统管理员办理。</source>
        <translation>Accounts are the system administrator&apos;s.</translation>
    </message>
    <message>
        <source>不能改自己的身份，请另一位安全管理员办理。</source>
        <translation>You cannot change your own role; another security administrator does that.</translation>
    </message>
    <message>
        <source>密码规定由安全管理员设置。</source>
        <translation>The security administrator sets the password rule.</translation>
    </message>
    <message>
        <source>身份由安全管理员授予。</source>
        <translation>The security administrator gives roles.</translation>
    </message>
</context>
<context>
    <name>station_settings</name>
    <message>
        <source>本所设置</source>
        <translation>Station settings</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>已保存：{names}。</source>
        <translation>Saved: {names}.</translation>
    </message>
    <message>
        <source>没有改动。</source>
        <translation>Nothing has changed.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>派出所</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>Permits</translation>
    </message>
    <message>
        <source>正在办理。</source>
        <translation>Still working.</translation>
    </message>
    <message>
        <source>没有填写</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>印在居住证上；不填时印“{usual}”。已经预留空白的证件不变。</source>
        <translation>Printed on the permit; &quot;{usual}&quot; when left empty. Cards whose blanks are reserved already stay as they are.</translation>
    </message>
    <message>
        <source>现行规定（{basis}）另有领取期限，以规定为准，这里的天数不起作用。</source>
        <translation>The rules in force ({basis}) set a time for collecting; they hold, and these days do not.</translation>
    </message>
    <message>
        <source>日历日；不填时为{usual}日。</source>
        <translation>Calendar days; {usual} when left empty.</translation>
    </message>
    <message>
        <source>改动还没有保存，要放弃吗？</source>
        <translation>The changes are not saved. Discard them?</translation>
    </message>
    <message>
        <source>接着填</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>单据的版式和字体</source>
        <translation>Layouts and fonts of papers</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>制证时一并出具</source>
        <translation>With every permit that is made</translation>
    </message>
    <message>
        <source>领取和催领</source>
        <translation>Collecting and reminding</translation>
    </message>
    <message>
        <source>按需出具（单据页 Ctrl+D）</source>
        <translation>On request (papers, Ctrl+D)</translation>
    </message>
    <message>
        <source>本所版式：{kinds}。字体：{fonts}。文件在“{folder}”的layouts和fonts文件夹。</source>
        <translation>Own layouts: {kinds}. Own fonts: {fonts}. The files are in the folders layouts and fonts of &quot;{folder}&quot;.</translation>
    </message>
</context>
<context>
    <name>to_send</name>
    <message>
        <source>本机数据库，没有要上传的</source>
        <translation>A database of this counter&apos;s own: nothing to send</translation>
    </message>
    <message>
        <source>已连接服务器，没有等待上传的</source>
        <translation>Connected, nothing to send</translation>
    </message>
    <message>
        <source>本机副本截至 {at}</source>
        <translation>Own copy as of {at}</translation>
    </message>
    <message>
        <source>等待上传</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>已上传</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>服务器上已有</source>
        <translation>Was there already</translation>
    </message>
    <message>
        <source>需要核对</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>等待前一项</source>
        <translation>After another</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>已补办</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>{who} 于 {at} 处理</source>
        <translation>Settled by {who} at {at}</translation>
    </message>
    <message>
        <source>没有打印单据</source>
        <translation>No paper was printed</translation>
    </message>
    <message>
        <source>断网时打印：{papers}</source>
        <translation>Printed without the server: {papers}</translation>
    </message>
    <message>
        <source>待上传和待核对</source>
        <translation>To send and to look at</translation>
    </message>
    <message>
        <source>已补办：受理号、时间和单据与断网时一致。</source>
        <translation>Applied: number, time and papers are as they were.</translation>
    </message>
    <message>
        <source>已作废：断网时打印的单据不再有效。</source>
        <translation>Made void: what was printed without the server counts no more.</translation>
    </message>
    <message>
        <source>照断网时的内容补办</source>
        <translation>Apply as done without the server</translation>
    </message>
    <message>
        <source>填写作废说明</source>
        <translation>Write why it is void</translation>
    </message>
    <message>
        <source>以服务器为准，作废单据</source>
        <translation>Keep the server&apos;s and void the paper</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>申报人</source>
        <translation>Person</translation>
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
        <source>办理时间</source>
        <translation>Done at</translation>
    </message>
    <message>
        <source>需要核对的离线业务，没有处理的在前</source>
        <translation>Matters done without the server that need a look, open ones first</translation>
    </message>
    <message>
        <source>没有需要核对的。断网期间办理的业务上传后，与服务器不一致的会列在这里。</source>
        <translation>Nothing to review. What was done without the server and does not agree with it is listed here once sent.</translation>
    </message>
    <message>
        <source>需要核对（全所）</source>
        <translation>To review (whole station)</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>本窗口断网期间办理的业务，新的在前</source>
        <translation>Done at this counter without the server, newest first</translation>
    </message>
    <message>
        <source>本窗口没有断网期间办理的业务。</source>
        <translation>Nothing was done at this counter without the server.</translation>
    </message>
    <message>
        <source>本窗口断网期间办理</source>
        <translation>Done at this counter without the server</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>断网时办理的</source>
        <translation>Done without the server</translation>
    </message>
    <message>
        <source>服务器上现在的</source>
        <translation>On the server now</translation>
    </message>
    <message>
        <source>两边的内容，不同的在前</source>
        <translation>Both versions, what differs first</translation>
    </message>
    <message>
        <source>作废说明</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>怎样告知本人、凭证是否收回</source>
        <translation>How the holder was told, whether the paper was returned</translation>
    </message>
    <message>
        <source>正在保存……</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>照断网时的内容补办？</source>
        <translation>Apply as it was done?</translation>
    </message>
    <message>
        <source>补办</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>作废断网时打印的单据？</source>
        <translation>Make the paper void?</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Make void</translation>
    </message>
    <message>
        <source>正在上传，还有 {n} 件业务</source>
        <translation>Sending, {n} left</translation>
    </message>
    <message>
        <source>自 {since} 起连不上服务器，{n} 件业务等待上传</source>
        <translation>The server cannot be reached since {since}; still to be sent: {n}</translation>
    </message>
</context>
<context>
    <name>trail</name>
    <message>
        <source>内容被改动</source>
        <translation>altered</translation>
    </message>
    <message>
        <source>接不上前一条，这一条或它之前的被换过</source>
        <translation>does not join the entry before it: this one or one before it was replaced</translation>
    </message>
    <message>
        <source>缺失</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>是插入的</source>
        <translation>was put in</translation>
    </message>
    <message>
        <source>出现两次，其中一条是插入的</source>
        <translation>is there twice, one of them put in</translation>
    </message>
    <message>
        <source>次序被调换</source>
        <translation>out of its place</translation>
    </message>
    <message>
        <source>与文件开头所写的末条不符</source>
        <translation>is not the last entry that the head of the file names</translation>
    </message>
    <message>
        <source>密钥{key}已经吊销，它的签名不作数。</source>
        <translation>Key {key} was revoked; what it signed does not count.</translation>
    </message>
    <message>
        <source>密钥{key}在签名之前已经停用，它的签名不作数。</source>
        <translation>Key {key} was put away before it signed; what it signed does not count.</translation>
    </message>
    <message>
        <source>不是留痕文件，或由更新版本的程序导出。</source>
        <translation>This is no file of a trail, or a newer program exported it.</translation>
    </message>
    <message>
        <source>内容被改动，读不出来</source>
        <translation>altered, cannot be read</translation>
    </message>
    <message>
        <source>读不出来的行太多，后面的没有检查</source>
        <translation>too many unreadable lines; the rest was not checked</translation>
    </message>
    <message>
        <source>行的位置被调换</source>
        <translation>lines changed places</translation>
    </message>
    <message>
        <source>文件结尾之后还有内容</source>
        <translation>there is something after the end of the file</translation>
    </message>
    <message>
        <source>文件被截断，没有结尾</source>
        <translation>the file is cut off, its end is missing</translation>
    </message>
    <message>
        <source>签名不对，内容被改动</source>
        <translation>the signature is wrong: altered</translation>
    </message>
    <message>
        <source>日链首的根与各窗口不符</source>
        <translation>the day head&apos;s root does not fit the counters</translation>
    </message>
    <message>
        <source>文件结尾与内容不符</source>
        <translation>the end of the file does not fit its content</translation>
    </message>
    <message>
        <source>文件内容被改动</source>
        <translation>the file was altered</translation>
    </message>
    <message>
        <source>缺少整个窗口的留痕</source>
        <translation>the trail of a whole counter is missing</translation>
    </message>
    <message>
        <source>日期是{day}，不在文件所写的日期之内，可能换了一天</source>
        <translation>dated {day}, which is none of the days that the file names: perhaps a day was swapped</translation>
    </message>
    <message>
        <source>与签名的链首不符，这一条或它之前的被改动</source>
        <translation>does not fit the signed head: this entry or one before it was altered</translation>
    </message>
    <message>
        <source>留痕原文</source>
        <translation>The entry in full</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>正在停止……</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>正在核验留痕：{done} / {total} 条&#x3000;{share}</source>
        <translation>Checking the trail: {done} / {total} entries  {share}</translation>
    </message>
    <message>
        <source>正在核验文件&#x3000;{share}</source>
        <translation>Checking the file  {share}</translation>
    </message>
    <message>
        <source>正在归档&#x3000;{share}</source>
        <translation>Archiving  {share}</translation>
    </message>
    <message>
        <source>已归档 {entries} 条（{first} 至 {last}），文件已核验：{path}
SHA-256 {digest}</source>
        <translation>Archived {entries} entries ({first} to {last}), the file checked: {path}
SHA-256 {digest}</translation>
    </message>
    <message>
        <source>核验了 {counters} 个窗口 {entries} 条，签名链首 {heads} 个，日链首 {days} 个。</source>
        <translation> Checked {entries} entries of {counters} counters, {heads} signed heads, {days} day heads.</translation>
    </message>
    <message>
        <source>发现 {count} 处被改动：</source>
        <translation>{count} alterations found:</translation>
    </message>
    <message>
        <source>链条完整，但有签名没有核验。</source>
        <translation>The chain is whole, but signatures were not verified.</translation>
    </message>
    <message>
        <source>留痕完整，没有改动。</source>
        <translation>The trail is whole, nothing was altered.</translation>
    </message>
    <message>
        <source>{path} 不是留痕文件，或由更新版本的程序导出。</source>
        <translation>{path} is no file of a trail, or was exported by a newer program.</translation>
    </message>
    <message>
        <source>{path}
{station}（{number}），{span}，{entries} 条。</source>
        <translation>{path}
{station} ({number}), {span}, {entries} entries.</translation>
    </message>
    <message>
        <source>文件完整，没有改动，签名有效。</source>
        <translation>The file is whole, nothing was altered, its signatures are good.</translation>
    </message>
    <message>
        <source>请填写日期，如 20260131。</source>
        <translation>Type a date, such as 20260131.</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>正在核验或归档。要离开这一页，请先停止，或等它完成。</source>
        <translation>A check or an archive is under way. To leave this page stop it, or wait until it is done.</translation>
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
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>按人查时填完整号码；查阅会记入留痕</source>
        <translation>The whole number; looking is written down</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>核验留痕</source>
        <translation>Check the trail</translation>
    </message>
    <message>
        <source>核验文件</source>
        <translation>Check a file</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>办件或单据</source>
        <translation>Case or paper</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>已办</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>未成</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>正在读取……</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>没有符合条件的留痕。</source>
        <translation>No entries like that.</translation>
    </message>
    <message>
        <source>已读 {count} 条，向下翻看更早的</source>
        <translation>{count} entries read; scroll down for older ones</translation>
    </message>
    <message>
        <source>共 {count} 条</source>
        <translation>{count} entries</translation>
    </message>
    <message>
        <source>正在核验或归档。</source>
        <translation>A check or an archive is under way.</translation>
    </message>
    <message>
        <source>没有到期的留痕。</source>
        <translation>Nothing has been kept long enough.</translation>
    </message>
    <message>
        <source>留痕保存 {months} 个月；{day} 及以前的 {entries} 条可以归档。</source>
        <translation>The trail is kept {months} months; {entries} entries up to {day} can be archived.</translation>
    </message>
    <message>
        <source>留痕保存 {months} 个月；没有到期要归档的。</source>
        <translation>The trail is kept {months} months; nothing is due to be archived.</translation>
    </message>
    <message>
        <source>{first} 至 {last} 的 {entries} 条留痕写入归档文件，核验无误后从本机移走；文件须另行妥善保存。</source>
        <translation>{entries} entries from {first} to {last} are written into an archive&apos;s file, checked, and then taken away from here. Keep the file safely elsewhere.</translation>
    </message>
    <message>
        <source>归档到期的留痕</source>
        <translation>Archive what was kept long enough</translation>
    </message>
    <message>
        <source>选择位置</source>
        <translation>Choose a place</translation>
    </message>
    <message>
        <source>归档到</source>
        <translation>Archive to</translation>
    </message>
    <message>
        <source>第 {line} 行</source>
        <translation>Line {line}</translation>
    </message>
    <message>
        <source>窗口 {counter}</source>
        <translation>Counter {counter}</translation>
    </message>
    <message>
        <source>窗口 {counter} 第 {first} 至 {last} 条</source>
        <translation>Counter {counter}, entries {first} to {last}</translation>
    </message>
    <message>
        <source>窗口 {counter} 第 {first} 条</source>
        <translation>Counter {counter}, entry {first}</translation>
    </message>
    <message>
        <source>{place}：{what}</source>
        <translation>{place}: {what}</translation>
    </message>
    <message>
        <source>……另有 {count} 处</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>{name}（编号 {key}）</source>
        <translation>{name} (key {key})</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>窗口 {counter} 第 {place} 条</source>
        <translation>Counter {counter}, entry {place}</translation>
    </message>
    <message>
        <source>涉及人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>受理号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>单据编号</source>
        <translation>Paper number</translation>
    </message>
    <message>
        <source>上一条校验值</source>
        <translation>Hash before it</translation>
    </message>
    <message>
        <source>本条校验值</source>
        <translation>Its own hash</translation>
    </message>
    <message>
        <source>没有编号为{key}的公钥，签名没有核验。请用--keys给出本所的公钥文件。</source>
        <translation>No public key {key} is known, so the signature was not checked. Give the station&apos;s file of public keys with --keys.</translation>
    </message>
    <message>
        <source>不是本所的：签名的密钥属于别的派出所，或者站号不同</source>
        <translation>not this station&apos;s: the key belongs to another one, or the station number differs</translation>
    </message>
</context>
<context>
    <name>uncollected</name>
    <message>
        <source>未领取的居住证</source>
        <translation>Permits not collected</translation>
    </message>
    <message>
        <source>已记下给{name}的通知。</source>
        <translation>The call to {name} has been written down.</translation>
    </message>
    <message>
        <source>显示电话号码</source>
        <translation>Show the phone number</translation>
    </message>
    <message>
        <source>填写通知情况</source>
        <translation>Fill in the call</translation>
    </message>
    <message>
        <source>打印通知清单</source>
        <translation>Print the call list</translation>
    </message>
    <message>
        <source>超过本所的领取期限</source>
        <translation>Past due</translation>
    </message>
    <message>
        <source>制证满{days}天</source>
        <translation>Made {days} days ago or more</translation>
    </message>
    <message>
        <source>全部未领取的</source>
        <translation>All not collected</translation>
    </message>
    <message>
        <source>列出</source>
        <translation>List</translation>
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
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>制证日期</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>已等</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>未领取的居住证，先制的在前</source>
        <translation>Permits not collected, the oldest first</translation>
    </message>
    <message>
        <source>没有要通知的，制好的居住证都在期限内。</source>
        <translation>Nobody to call: every permit made is within its term.</translation>
    </message>
    <message>
        <source>电话通知</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>补充说明</source>
        <translation>What else was said</translation>
    </message>
    <message>
        <source>什么时候来、由谁转告等，可以不填</source>
        <translation>When they will come, who passes it on; may be left empty</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>通知人</source>
        <translation>Called by</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>以前的通知</source>
        <translation>Earlier calls</translation>
    </message>
    <message>
        <source>还没有通知过</source>
        <translation>No call yet</translation>
    </message>
    <message>
        <source>没有登记电话</source>
        <translation>No phone on record</translation>
    </message>
    <message>
        <source>没有选中的居住证。</source>
        <translation>No permit is chosen.</translation>
    </message>
    <message>
        <source>正在保存……</source>
        <translation>Storing…</translation>
    </message>
    <message>
        <source>号码已经显示。</source>
        <translation>The number is shown already.</translation>
    </message>
    <message>
        <source>没有要通知的。</source>
        <translation>There is nobody to call.</translation>
    </message>
    <message>
        <source>已接通，会来领取</source>
        <translation>Answered, will come</translation>
    </message>
    <message>
        <source>无人接听</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>号码停机或者有误</source>
        <translation>Number out of service or wrong</translation>
    </message>
    <message>
        <source>请他人转告</source>
        <translation>Asked somebody to pass it on</translation>
    </message>
    <message>
        <source>已经离开本地</source>
        <translation>Has left the area</translation>
    </message>
    <message>
        <source>{days}天</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{count}次</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>列出最早的{count}张，办完后再看其余的</source>
        <translation>The {count} oldest; see the rest when these are done</translation>
    </message>
    <message>
        <source>{count}张未领取，先制的在前</source>
        <translation>{count} not collected, the oldest first</translation>
    </message>
    <message>
        <source>{days}，{day}前领取</source>
        <translation>{days}, collect by {day}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>记录通知</source>
        <translation>Record the call</translation>
    </message>
    <message>
        <source>查看办件</source>
        <translation>View case</translation>
    </message>
</context>
<context>
    <name>unlock</name>
    <message>
        <source>开启数据</source>
        <translation>Open data</translation>
    </message>
    <message>
        <source>开启本机数据</source>
        <translation>Open the data on this computer</translation>
    </message>
    <message>
        <source>这台电脑上的数据已加密。开启一次，直到程序退出都不再询问。</source>
        <translation>The data on this computer is encrypted. Once opened, it is not asked for again until the program is closed.</translation>
    </message>
    <message>
        <source>7 组，每组 5 个字母或数字，印在恢复密钥纸上；横线可以不输</source>
        <translation>7 groups of 5 letters or digits, printed on the recovery sheet; dashes may be left out</translation>
    </message>
    <message>
        <source>开机口令</source>
        <translation>Start secret</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>开启</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>改用开机口令</source>
        <translation>Use the start secret</translation>
    </message>
    <message>
        <source>忘记口令，改用恢复密钥</source>
        <translation>Forgot it? Use the recovery key</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>请等{seconds}秒再试</source>
        <translation>Try again in {seconds} s</translation>
    </message>
    <message>
        <source>先插好密钥盘</source>
        <translation>Plug the token in first</translation>
    </message>
    <message>
        <source>密钥盘的PIN</source>
        <translation>The token&apos;s PIN</translation>
    </message>
    <message>
        <source>改用密钥盘</source>
        <translation>Use a token instead</translation>
    </message>
</context>
<context>
    <name>verify</name>
    <message>
        <source>真实有效</source>
        <translation>Genuine</translation>
    </message>
    <message>
        <source>真实，但已被代替</source>
        <translation>Genuine, but superseded</translation>
    </message>
    <message>
        <source>真实，但已注销</source>
        <translation>Genuine, but cancelled</translation>
    </message>
    <message>
        <source>真实，但已过期</source>
        <translation>Genuine, but expired</translation>
    </message>
    <message>
        <source>演练单据</source>
        <translation>Practice paper</translation>
    </message>
    <message>
        <source>已被改动</source>
        <translation>Altered</translation>
    </message>
    <message>
        <source>密钥已失效</source>
        <translation>Key no longer valid</translation>
    </message>
    <message>
        <source>不是已知派出所出具</source>
        <translation>Not from a known station</translation>
    </message>
    <message>
        <source>无法识读</source>
        <translation>Not readable</translation>
    </message>
    <message>
        <source>单据真实，核对的{count}项内容与签发时一致。</source>
        <translation>The paper is genuine, and the {count} fields compared are as they were issued.</translation>
    </message>
    <message>
        <source>签名真实，已核对的{count}项与签发时一致，其余{left}项没有核对。</source>
        <translation>The signature is genuine. {count} fields are as they were issued; {left} were not compared.</translation>
    </message>
    <message>
        <source>签名真实，码内内容未被改动。请看纸面与下列内容是否一致；输入校验码和纸面内容可以逐项核对。</source>
        <translation>The signature is genuine and the code unchanged. See whether the paper says the same as below; type the check code and what is printed to compare field by field.</translation>
    </message>
    <message>
        <source>单据真实，但已于{day}被新的单据代替，请使用新单据。</source>
        <translation>The paper is genuine, but was superseded by a newer one on {day}. Use that one.</translation>
    </message>
    <message>
        <source>单据真实，但已于{day}注销或者作废，不能再使用。</source>
        <translation>The paper is genuine, but was cancelled on {day} and no longer counts.</translation>
    </message>
    <message>
        <source>单据真实，但有效期到{day}为止，已经过期。</source>
        <translation>The paper is genuine, but was valid until {day} only.</translation>
    </message>
    <message>
        <source>这是演练单据，不证明任何事项。</source>
        <translation>This is a practice paper. It proves nothing.</translation>
    </message>
    <message>
        <source>纸面内容与签发时不一致：{fields}。</source>
        <translation>What is printed is not what was issued: {fields}.</translation>
    </message>
    <message>
        <source>二维码的内容与签名不符，已被改动或者损坏。</source>
        <translation>The code does not match its signature: it was altered or damaged.</translation>
    </message>
    <message>
        <source>纸面条码的编号与二维码中的编号不一致。</source>
        <translation>The number in the barcode is not the one in the QR code.</translation>
    </message>
    <message>
        <source>校验码与这份单据不符：请核对是否输错；没有输错的，校验码已被改动。</source>
        <translation>The check code is not this paper&apos;s. See whether it was typed wrong; if not, it was altered.</translation>
    </message>
    <message>
        <source>签名所用的密钥{key}已于{day}吊销（{why}），这份单据不能采信，请向签发单位核实。</source>
        <translation>The key {key} that signed it was revoked on {day} ({why}). Do not go by this paper; ask the issuing station.</translation>
    </message>
    <message>
        <source>单据的签发日期不在密钥{key}的使用期限之内，不能采信，请向签发单位核实。</source>
        <translation>The paper&apos;s date of issue is outside the time in which key {key} was used. Do not go by it; ask the issuing station.</translation>
    </message>
    <message>
        <source>签名的密钥{key}不在公钥文件中：不是这些派出所出具的，或者公钥文件需要更新。</source>
        <translation>The key {key} that signed it is not known here: the paper is from none of these stations, or the public keys need updating.</translation>
    </message>
    <message>
        <source>签名的密钥属于{station}，单据编号却属于别的派出所，不能采信。</source>
        <translation>The key belongs to {station}, but the number to another station. Do not go by this paper.</translation>
    </message>
    <message>
        <source>这份单据用国密SM2签名，本机没有安装相应组件，不能核验。</source>
        <translation>The paper is signed with SM2, for which this machine has no component. It cannot be checked here.</translation>
    </message>
    <message>
        <source>这不是派出所单据上的核验码。</source>
        <translation>This is not the code of a station&apos;s paper.</translation>
    </message>
    <message>
        <source>核验码不完整或者已损坏，读不出内容。请重新扫描或者拍照。</source>
        <translation>The code is incomplete or damaged and cannot be read. Scan or photograph it again.</translation>
    </message>
    <message>
        <source>没有找到核验码。请把整个二维码拍清楚、拍完整。</source>
        <translation>No code was found. Take the whole QR code, sharp and complete.</translation>
    </message>
    <message>
        <source>图像中有不止一份单据的核验码，请一份一份核验。</source>
        <translation>The picture has the codes of more than one paper. Check them one by one.</translation>
    </message>
    <message>
        <source>这个文件不是能读取的图像或者PDF。</source>
        <translation>This file is no picture or PDF that can be read.</translation>
    </message>
    <message>
        <source>这个文件过大（{size}），没有读取。请用普通的照片或者扫描件。</source>
        <translation>The file is too large ({size}) and was not read. Use an ordinary photo or scan.</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>姓名（隐去）</source>
        <translation>Name (masked)</translation>
    </message>
    <message>
        <source>出具单位</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>签发日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>有效至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>密钥编号</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>失效名单</source>
        <translation>List of ended papers</translation>
    </message>
    <message>
        <source>截至{day}</source>
        <translation>as of {day}</translation>
    </message>
    <message>
        <source>没有注明</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>没有这个单位的名单</source>
        <translation>none of this station</translation>
    </message>
    <message>
        <source>请扫单据上的二维码，或者选择照片、扫描件、PDF文件。</source>
        <translation>Scan the QR code on the paper, or choose a photo, a scan or a PDF.</translation>
    </message>
    <message>
        <source>请先填写二维码下面的校验码，才能逐项核对。</source>
        <translation>Type the check code under the QR code first; comparing needs it.</translation>
    </message>
    <message>
        <source>请至少填写一项纸面上的内容。</source>
        <translation>Type at least one thing that stands on the paper.</translation>
    </message>
    <message>
        <source>验证单据</source>
        <translation>Check a paper</translation>
    </message>
    <message>
        <source>正在核验……</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>还没有核验</source>
        <translation>Nothing checked yet</translation>
    </message>
    <message>
        <source>扫单据上的二维码，或者按 F6 选择照片、扫描件、PDF。</source>
        <translation>Scan the QR code on a paper, or press F6 to choose a photo, a scan or a PDF.</translation>
    </message>
    <message>
        <source>选择照片或文件</source>
        <translation>Choose a photo or file</translation>
    </message>
    <message>
        <source>下一份</source>
        <translation>Next paper</translation>
    </message>
    <message>
        <source>逐项核对</source>
        <translation>Compare fields</translation>
    </message>
    <message>
        <source>二维码内容或文件</source>
        <translation>Code or file</translation>
    </message>
    <message>
        <source>用扫描枪扫单据上的二维码；也可以填文件的路径，按回车核验</source>
        <translation>Scan the QR code on the paper; or type the path of a file and press Enter</translation>
    </message>
    <message>
        <source>二维码里的内容</source>
        <translation>What the code says</translation>
    </message>
    <message>
        <source>照着纸面填写校验码和要核对的项目，不用全填；有一个字不同都会指出来。</source>
        <translation>Type the check code and whatever is to be compared as it is printed, not necessarily all. A single different character is pointed out.</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>二维码下面的12位字母和数字</source>
        <translation>12 letters and digits under the QR code</translation>
    </message>
    <message>
        <source>先扫二维码或者选择文件。</source>
        <translation>Scan a code or choose a file first.</translation>
    </message>
    <message>
        <source>与签发时不一致</source>
        <translation>not as issued</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>as issued</translation>
    </message>
    <message>
        <source>选择照片、扫描件或PDF</source>
        <translation>Choose a photo, a scan or a PDF</translation>
    </message>
    <message>
        <source>照片、扫描件、PDF</source>
        <translation>Photos, scans, PDF</translation>
    </message>
    <message>
        <source>密钥和公钥</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>连不上服务器，本机副本里没有这份单据的档案。请等服务器恢复后再核验一次。</source>
        <translation>The server cannot be reached, and this computer&apos;s copy has no record of this document. Check it again once the server is back.</translation>
    </message>
    <message>
        <source>这份单据是断网时打印的，与服务器上的情况不一致，正等待民警核对（Ctrl+Shift+U）。</source>
        <translation>This document was printed while the server was away and differs from what the server has; an officer still has to look at it (Ctrl+Shift+U).</translation>
    </message>
    <message>
        <source>这份单据是断网时打印的，核对后已作废。</source>
        <translation>This document was printed while the server was away; after a check it counts no more.</translation>
    </message>
    <message>
        <source>本所存有这份单据的档案。</source>
        <translation>This station has the paper on record.</translation>
    </message>
    <message>
        <source>本所没有这份单据的档案：签名是本所密钥的，请立即报告管理员核实密钥是否泄露。</source>
        <translation>This station has no record of the paper, yet its own key signed it. Tell the administrator at once: the key may have leaked.</translation>
    </message>
    <message>
        <source>这是{station}出具的单据，本所没有它的档案。</source>
        <translation>A paper of {station}; it is not on record here.</translation>
    </message>
    <message>
        <source>本所没有这份单据的档案。</source>
        <translation>This station has no record of the paper.</translation>
    </message>
    <message>
        <source>此人页面</source>
        <translation>Person&apos;s page</translation>
    </message>
</context>
<context>
    <name>work_list</name>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>{name} {count} 件，{first}</source>
        <translation>{name}: {count}. {first}</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>受理人</source>
        <translation>Accepted by</translation>
    </message>
    <message>
        <source>全部在办</source>
        <translation>All open cases</translation>
    </message>
    <message>
        <source>正在读取……</source>
        <translation>Reading …</translation>
    </message>
    <message>
        <source>正在核对逾期未签注的居住证……</source>
        <translation>Checking for permits whose endorsement is overdue …</translation>
    </message>
    <message>
        <source>今天按规定中止使用功能的居住证 {count} 张（逾期未签注）。</source>
        <translation>Permits suspended by the rule today, their endorsement being overdue: {count}.</translation>
    </message>
    <message>
        <source>今天没有需要中止使用功能的居住证。</source>
        <translation>No permit had to be suspended today.</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
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
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>{name}&#x3000;{count} 件</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>这里没有要办的。按 Ctrl+0 看全部在办的。</source>
        <translation>Nothing to do here. Ctrl+0 shows every open case.</translation>
    </message>
    <message>
        <source>没有在办的办件。</source>
        <translation>No case is open.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>已经逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>待发证</source>
        <translation>To hand over</translation>
    </message>
    <message>
        <source>待补材料</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>一周内可签注</source>
        <translation>Endorsable in a week</translation>
    </message>
    <message>
        <source>签注逾期</source>
        <translation>Endorsement overdue</translation>
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
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>最早 {name}&#x3000;{on}</source>
        <translation>Earliest: {name} {on}</translation>
    </message>
    <message>
        <source>补齐材料后起算</source>
        <translation>Starts when complete</translation>
    </message>
    <message>
        <source>已制证，等本人领取</source>
        <translation>Made, waiting for its holder</translation>
    </message>
    <message>
        <source>{on}起可以签注</source>
        <translation>Can be endorsed from {on}</translation>
    </message>
</context>
</TS>
