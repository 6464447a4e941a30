"""Units: one row each. `words` are the forms in a clean (Simplified, half-width) text.

Row: code, kind, Chinese label, English label, words separated by blanks (`_` stands for a blank).
The code is what `Quantity.unit` holds. Measure words that say nothing about the thing counted
(个, 次, 条 …) are in MEASURE_WORDS; the things themselves are in `counted`.
"""

from typing import NamedTuple


class Unit(NamedTuple):
    code: str
    kind: str
    zh: str
    en: str
    words: str


UNITS = (
    # shares, multiples
    Unit("percent", "share", "%", "%", "% percent per_cent"),
    Unit("percentage_points", "share", "个百分点", "percentage points", "个百分点 百分点 pp pps ppt ppts p.p. %_pts %pts %_points %-points percentage_points percentage_point percentage-point pct 个pct pcts"),
    Unit("permille", "share", "‰", "‰", "‰"),
    Unit("basis_points", "share", "个基点", "basis points", "个基点 基点 bp BP bps BPS 个bp 个BP basis_points basis_point basis-point"),
    Unit("times", "multiple", "倍", "times", "倍 times x X"),
    Unit("rank", "rank", "名次", "rank", ""),
    Unit("points", "score", "分", "points", "分 points"),
    # people
    Unit("persons", "count", "人", "people", "人 名 位 个人 人次 口人 员 人份 people persons employees workers staff users customers subscribers engineers shareholders members followers fans jobs"),
    Unit("households", "count", "户", "households", "户 households families"),
    # things
    Unit("units", "count", "台", "units", "台 辆 部 台套 units vehicles cars devices handsets smartphones phones robots sets"),
    Unit("items", "count", "个", "items", "items SKUs products models"),
    Unit("stores", "count", "家店", "stores", "stores outlets shops"),
    Unit("companies", "count", "家公司", "companies", "companies firms suppliers"),
    Unit("countries", "count", "个国家", "countries", "countries"),
    Unit("cities", "count", "个城市", "cities", "cities"),
    Unit("patents", "count", "项专利", "patents", "patents"),
    Unit("centres", "count", "个中心", "centres", "centres centers"),
    Unit("factories", "count", "座工厂", "factories", "factories plants"),
    Unit("orders", "count", "个订单", "orders", "orders"),
    Unit("meetings", "count", "次会议", "meetings", "meetings"),
    Unit("livestreams", "count", "场直播", "livestreams", "livestreams"),
    Unit("comments", "count", "条评论", "comments", "comments"),
    Unit("posts", "count", "条帖子", "posts", "posts"),
    Unit("videos", "count", "条视频", "videos", "videos"),
    Unit("views", "count", "次浏览", "views", "views"),
    Unit("downloads", "count", "次下载", "downloads", "downloads"),
    Unit("deals", "count", "笔交易", "deals", "deals"),
    Unit("projects", "count", "个项目", "projects", "projects"),
    Unit("tasks", "count", "个任务", "tasks", "tasks"),
    Unit("occasions", "count", "次", "times", ""),
    Unit("shares", "count", "股", "shares", "股 shares"),
    Unit("aircraft", "count", "架飞机", "aircraft", "aircraft planes"),
    Unit("flights", "count", "架次", "flights", "架次"),
    Unit("vehicle_trips", "count", "车次", "vehicle trips", "车次 辆次"),
    Unit("TEU", "count", "标准箱", "TEU", "标准箱 TEU 标箱"),
    Unit("characters", "count", "字", "characters", "字"),
    # length, speed
    Unit("km", "length", "公里", "km", "公里 千米 km KM Km kilometers kilometres"),
    Unit("m", "length", "米", "m", "米 公尺 m metres meters"),
    Unit("cm", "length", "厘米", "cm", "厘米 公分 cm CM"),
    Unit("mm", "length", "毫米", "mm", "毫米 mm MM"),
    Unit("um", "length", "微米", "µm", "微米 μm µm um"),
    Unit("nm", "length", "纳米", "nm", "纳米 奈米 nm"),
    Unit("inch", "length", "英寸", "inches", "英寸 吋 寸 inch inches"),
    Unit("foot", "length", "英尺", "feet", "英尺 feet ft"),
    Unit("mile", "length", "英里", "miles", "英里 miles mile"),
    Unit("nautical_mile", "length", "海里", "nautical miles", "海里"),
    Unit("li", "length", "里", "li", "里地 华里"),
    Unit("light_year", "length", "光年", "light years", "光年"),
    Unit("km_per_h", "speed", "公里/小时", "km/h", "公里/小时 公里每小时 千米/小时 千米每小时 km/h km/H kph 公里/时 公里/h"),
    Unit("m_per_s", "speed", "米/秒", "m/s", "米/秒 m/s 米每秒"),
    # area, volume, mass
    Unit("m2", "area", "平方米", "m²", "平方米 平米 ㎡ m² m2 m^2 平"),
    Unit("km2", "area", "平方公里", "km²", "平方公里 平方千米 km² km2"),
    Unit("ft2", "area", "平方英尺", "sq ft", "平方英尺 平方呎 平方尺 square_feet sq_ft"),
    Unit("mu", "area", "亩", "mu", "亩"),
    Unit("hectare", "area", "公顷", "hectares", "公顷 hectares"),
    Unit("acre", "area", "英亩", "acres", "英亩 acres"),
    Unit("m3", "volume", "立方米", "m³", "立方米 m³ m3 立方"),
    Unit("L", "volume", "升", "L", "升 公升 L 立升 liters litres"),
    Unit("mL", "volume", "毫升", "mL", "毫升 ml mL"),
    Unit("quart", "volume", "夸脱", "quarts", "夸脱 quarts"),
    Unit("gallon", "volume", "加仑", "gallons", "加仑 gallons"),
    Unit("pint", "volume", "品脱", "pints", "品脱 pints"),
    Unit("barrel", "volume", "桶", "barrels", "桶 barrels"),
    Unit("t", "mass", "吨", "tonnes", "吨 公吨 tons tonnes"),
    Unit("kg", "mass", "千克", "kg", "千克 公斤 kg KG Kg kilograms"),
    Unit("g", "mass", "克", "g", "克"),
    Unit("mg", "mass", "毫克", "mg", "毫克 mg"),
    Unit("jin", "mass", "斤", "jin", "斤 市斤"),
    Unit("liang", "mass", "两", "liang", "两"),
    Unit("stone", "mass", "英石", "stone", "英石"),
    Unit("pound", "mass", "磅", "pounds", "磅 lbs pounds"),
    Unit("ounce", "mass", "盎司", "ounces", "盎司"),
    Unit("carat", "mass", "克拉", "carats", "克拉"),
    # energy, power, electricity
    Unit("kWh", "energy", "千瓦时", "kWh", "千瓦时 kWh KWh kwh KWH 度电"),
    Unit("MWh", "energy", "兆瓦时", "MWh", "兆瓦时 MWh"),
    Unit("GWh", "energy", "吉瓦时", "GWh", "吉瓦时 GWh Gwh GWH"),
    Unit("TWh", "energy", "太瓦时", "TWh", "太瓦时 TWh"),
    Unit("Wh", "energy", "瓦时", "Wh", "瓦时 Wh"),
    Unit("W", "power", "瓦", "W", "瓦 瓦特 W"),
    Unit("kW", "power", "千瓦", "kW", "千瓦 kW KW"),
    Unit("MW", "power", "兆瓦", "MW", "兆瓦 MW"),
    Unit("GW", "power", "吉瓦", "GW", "吉瓦 GW"),
    Unit("horsepower", "power", "马力", "hp", "马力 匹马力 匹 hp Ps"),
    Unit("Nm", "torque", "牛·米", "N·m", "牛·米 牛米 N·m Nm 牛顿米"),
    Unit("V", "voltage", "伏", "V", "伏 伏特 V"),
    Unit("kV", "voltage", "千伏", "kV", "千伏 kV"),
    Unit("A", "current", "安", "A", "安培"),
    Unit("mAh", "charge", "毫安时", "mAh", "毫安时 毫安 mAh mah"),
    Unit("Pa", "pressure", "帕", "Pa", "帕 帕斯卡 Pa"),
    Unit("MPa", "pressure", "兆帕", "MPa", "兆帕 MPa Mpa"),
    Unit("J", "energy", "焦耳", "J", "焦耳"),
    Unit("kcal", "energy", "千卡", "kcal", "千卡 大卡 kcal"),
    Unit("cal", "energy", "卡路里", "cal", "卡路里"),
    Unit("dB", "level", "分贝", "dB", "分贝 dB db"),
    # data, frequency, screens
    Unit("bit", "data", "比特", "bits", "比特"),
    Unit("kbit", "data", "千比特", "kbit", "千比特"),
    Unit("Mbit", "data", "兆比特", "Mbit", "兆比特"),
    Unit("B", "data", "字节", "bytes", "字节"),
    Unit("kB", "data", "千字节", "kB", "千字节 KB kB"),
    Unit("MB", "data", "兆字节", "MB", "兆字节 MB"),
    Unit("GB", "data", "GB", "GB", "GB 吉字节"),
    Unit("TB", "data", "TB", "TB", "TB 太字节"),
    Unit("PB", "data", "PB", "PB", "PB"),
    Unit("Mbps", "data_rate", "Mbps", "Mbps", "Mbps 兆每秒"),
    Unit("Gbps", "data_rate", "Gbps", "Gbps", "Gbps"),
    Unit("TOPS", "computing", "TOPS", "TOPS", "TOPS"),
    Unit("TFLOPS", "computing", "TFLOPS", "TFLOPS", "TFLOPS"),
    Unit("EFLOPS", "computing", "EFLOPS", "EFLOPS", "EFLOPS EFlops"),
    Unit("Hz", "frequency", "赫兹", "Hz", "赫兹 赫 Hz hz HZ"),
    Unit("kHz", "frequency", "千赫兹", "kHz", "千赫兹 千赫 kHz"),
    Unit("MHz", "frequency", "兆赫兹", "MHz", "兆赫兹 兆赫 MHz"),
    Unit("GHz", "frequency", "吉赫兹", "GHz", "吉赫兹 GHz"),
    Unit("pixels", "resolution", "像素", "pixels", "像素 px"),
    Unit("fps", "frequency", "帧/秒", "fps", "帧/秒 fps 帧"),
    Unit("nit", "brightness", "尼特", "nits", "尼特 nit nits"),
    Unit("rpm", "frequency", "转/分", "rpm", "转/分 rpm 转/分钟"),
    # temperature, angle
    Unit("degC", "temperature", "℃", "°C", "℃ °C 摄氏度 度C"),
    Unit("degF", "temperature", "℉", "°F", "℉ °F 华氏度"),
    Unit("degree", "angle", "度", "degrees", "度 °"),
)  # fmt: skip

# Measure words that count without saying what: the noun decides (see `counted`).
MEASURE_WORDS = (
    "个 家 款 件 张 条 项 种 间 座 处 场 次 篇 份 笔 起 套 支 只 把 枚 颗 粒 片 块 根 本 册 页 集 届 轮 批 栋 幢 "
    "艘 架 列 趟 类 组 对 双 副 门 所 幅 首 句 章 节 节车 道 层 级 单 票 手 席 床 盒 箱 瓶 袋 包 杯 桶装 棵 株 头 匹 滴 团 "
    "家次 场次 班 顿 遍 步 环 段 代 例 宗 桩 注 帖 封 桌 盏 碗 罐 筐 壶 捆 串 尊 盘 枝 朵 声 招 口 大"
)  # fmt: skip

# What follows makes it another word: 3元旦, 5人才, 两部门, 3家庭, 2位于, 第1条件.
NOT_FOLLOWED = {
    "封": "面闭锁装建", "桌": "面子", "盘": "点旋活子", "串": "联通", "尊": "重敬", "朵": "拉",
    "元": "旦宵素老宇件组凶年月帅", "人": "才工均类格民间性物事口心气脸选称",
    "名": "单称义誉气牌流字校企人词", "位": "于置列居次数移", "个": "体性税案别", "台": "湾阶风词北积账媒",
    "部": "门分长署委队落件位", "家": "庭族里具乡人居长属园常境业访用电", "件": "套", "条": "件约款例文理",
    "项": "目链", "次": "日要序元数月于品级生", "场": "景地所合面均馆外内站次", "种": "子植类族", "份": "额",
    "股": "东权价票份市民指", "本": "身地土质来月年周人轮科科报次文书着",
    "分": "钟之别析布公店期红行开享为成拆化组支子部局配散歧辨流销母界明离类解担段属手类给到派",
    "户": "外籍口均主型", "组": "织成建合件长团装", "道": "路理歉德教具", "双": "方边向重赢休创十",
    "口": "径碑号岸味腔罩罩气", "支": "持付出撑柱援线行队", "层": "面次级出", "级": "别市",
    "对": "于此手方接应比标象策外抗话齐决照症立白", "头": "部衔条盔疼痛寸", "席": "位卷",
    "单": "独纯位一品店价车元日月季身品", "节": "日目点约假能省奏", "轮": "胎船番值岗毂椅",
    "起": "来步初码到飞点源诉草伏航价立因", "处": "理于在境罚方分", "套": "餐路件装现利用房间娃",
    "只": "有是要能会不好剩需", "把": "握控关手门柄", "颗": "粒", "片": "面区段段场", "块": "钱",
    "根": "据本源基治", "页": "面岩", "集": "团中成合体群结资装聚", "届": "时满", "批": "评发准量判",
    "列": "为入出车举", "类": "似型别", "副": "总董主作业产会", "门": "店户槛类票外口",
    "首": "先次席个批款日发家创都付届期页", "章": "程", "段": "时位", "代": "表理码替价言步工",
    "例": "如子外", "班": "次级车子", "步": "骤伐入行", "环": "比境节保球绕路", "包": "括含装裹邮子",
    "箱": "子货", "团": "队结购圆员", "声": "音称明誉势", "度": "过假量日", "里": "程面", "字": "节符母体",
    "克": "服制拉", "升": "级高值温至到学", "方": "面案向式法便正针才", "平": "均台安方衡时等稳凡常米",
    "寸": "土草", "桶": "装", "匹": "配敌", "员": "工", "安": "全", "瓦": "解", "帕": "克", "赫": "兹",
    "倍": "感受加思科", "大": "学家型战量众多幅会部陆厦楼卫师概约致小厂佬奖多数街棚", "顿": "时", "辆": "次",
    "手": "机段续工术法动上下中里头游表",
}  # fmt: skip
