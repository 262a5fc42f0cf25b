"""Permits to draw: an ordinary one, the least, the longest and the rarest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from printing.documents import PermitCard
from tests.printing.samples.rare import RARE_NAME
from tests.printing.samples.station import CASE, STATION


def photo_of(width: int = 358, height: int = 441, mode: str = "RGB") -> bytes:
    """A picture of nobody, of a permit photo's size."""
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    middle = width / 2
    pen.ellipse((middle - 0.62 * width, 0.72 * height, middle + 0.62 * width, 1.5 * height), "#3b5b7c")
    pen.ellipse((middle - 0.25 * width, 0.13 * height, middle + 0.25 * width, 0.68 * height), "#d9b08c")
    pen.chord(
        (middle - 0.27 * width, 0.08 * height, middle + 0.27 * width, 0.5 * height), 180, 360, "#2a2320"
    )
    out = BytesIO()
    image.convert(mode).save(out, "JPEG", quality=70, dpi=(350, 350))
    return out.getvalue()


CARD = PermitCard(
    number="31" + CASE,
    **STATION,
    name="王建国",
    photo=photo_of(),
    sex="男",
    ethnicity="汉族",
    birth_date=date(1990, 1, 1),
    id_number="410105199001011234",
    hukou_address="河南省郑州市金水区文化路街道文化路97号院3号楼2单元501室",
    residence_address="济南市历下区解放路街道历山东路社区解放路100号5号楼2单元301室",
    issuing_authority="济南市公安局历下区分局",
    serial="LX26000376",
)
CARDS = {
    "normal": CARD,
    "least": PermitCard(number=CARD.number, **STATION, name="李娜", photo=photo_of(mode="L")),
    "longest": replace(
        CARD,
        station_name="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县公安局察布查尔镇派出所",
        station_phone="0999-3622110、0999-3622112",
        practice=True,
        name="阿卜杜热西提·买买提吐尔逊·阿卜力克木·努尔买买提江·伊敏江尼亚孜·吐尔洪江·库尔",
        sex="未说明的性别",
        ethnicity="外国血统中国籍人士",
        birth_date=date(1990, 12, 31),
        id_number="65402219901231123X",
        hukou_address="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县察布查尔镇查鲁盖东街社区"
        "幸福花园小区三期十二号楼四单元二〇三室东侧第二间（由南门进入）",
        residence_address="山东省济南市历下区解放路街道历山东路社区经十路与历山路交叉口东北角"
        "万象新天家园三期甲区一百二十八号院十七号楼四单元二八〇三室（东门）",
        issuing_authority="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县公安局",
        serial="WW0123456789ABCDEFWW",
        valid_until=date(2036, 12, 30),
        endorsed_on=tuple(date(year, 12, 30) for year in range(2027, 2033)),
        notes=("请在每满一年之日前一个月内到居住地派出所签注。遗失、损坏的，到居住地派出所补领、换领。",),
    ),
    "rarest": replace(
        CARD,
        name=RARE_NAME + "㐀𠀀𪜀𫝀𫠠𬺰𮯰﨎",
        hukou_address=f"济南市历下区{RARE_NAME}路1号",
        residence_address="济南市历下区㐀𠀀𪜀𫝀𫠠𬺰𮯰﨎路1号",
        issuing_authority="𣗋䶮县公安局",
        endorsed_on=(date(2027, 11, 3), date(2028, 11, 12)),
    ),
}
