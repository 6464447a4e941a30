"""What Chinese names are made of: surnames, titles, endings of companies, Latin words that are no names."""

from __future__ import annotations

from timeline.lexicon.grammar import wordset

SURNAMES = (
    "欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|端木|"
    "赵|钱|孙|李|周|吴|郑|王|冯|陈|褚|卫|蒋|沈|韩|杨|朱|秦|尤|许|何|吕|施|张|孔|曹|严|华|金|魏|陶|姜|戚|谢|邹|喻|柏|"
    "窦|章|云|苏|潘|葛|奚|范|彭|郎|鲁|韦|昌|马|苗|凤|方|俞|任|袁|柳|鲍|史|唐|费|廉|岑|薛|雷|贺|倪|汤|滕|殷|罗|毕|郝|"
    "邬|安|常|乐|于|傅|皮|卞|齐|康|伍|余|元|卜|顾|孟|平|黄|和|穆|萧|尹|姚|邵|湛|汪|祁|毛|禹|狄|米|贝|明|臧|计|伏|成|戴|"
    "宋|茅|庞|熊|纪|舒|屈|项|祝|董|梁|杜|阮|蓝|闵|席|季|麻|强|贾|路|娄|危|江|童|颜|郭|梅|盛|林|刁|钟|徐|邱|骆|高|夏|蔡|"
    "田|樊|胡|凌|霍|虞|万|支|柯|管|卢|莫|经|房|裘|缪|干|解|应|宗|丁|宣|邓|郁|单|杭|洪|包|左|石|崔|吉|龚|程|邢|裴|陆|荣|"
    "翁|荀|羊|甄|曲|封|芮|储|靳|焦|巴|牧|山|谷|车|侯|全|班|仰|秋|仲|伊|宫|宁|仇|栾|甘|厉|祖|武|符|刘|景|詹|束|龙|叶|幸|"
    "司|韶|黎|印|宿|白|怀|蒲|鄂|索|赖|卓|蔺|屠|蒙|池|乔|阴|胥|能|苍|双|闻|莘|党|翟|谭|贡|劳|姬|申|冉|雍|桑|桂|牛|寿|边|"
    "燕|冀|尚|农|温|庄|晏|柴|瞿|阎|慕|连|茹|习|艾|鱼|容|向|古|易|慎|戈|廖|庾|终|居|衡|步|都|耿|满|弘|匡|国|文|寇|广|"
    "欧|沃|利|蔚|越|隆|师|巩|聂|晁|勾|敖|融|冷|辛|阚|那|简|饶|空|曾|关|相|查|游|权|盖|益|桓|公|阙|覃|仝|佟|娜|尧|肖|岳|涂|邸|苟|厍|阎"
)

TITLES = (
    "创始人|联合创始人|董事长|副董事长|总经理|副总经理|总裁|副总裁|高级副总裁|执行副总裁|首席执行官|首席财务官|首席技术官|"
    "首席运营官|首席科学家|首席经济学家|行长|副行长|行政总裁|主席|副主席|总监|负责人|合伙人|总工程师|工程师|博士|教授|院士|"
    "先生|女士|老师|经理|主任|院长|校长|市长|部长|局长|省长|书记|会长|秘书长|社长|主编|记者|分析师|设计师|发言人|监事长|"
    "董秘|董事会秘书|厂长|店长|主厨|CEO|CFO|CTO|COO|掌门人|董事|独立董事|执行董事|非执行董事"
)

# Endings that make a company or an institution of the characters before them.
COMPANY_ENDINGS = (
    "公司|集团|银行|科技|汽车|股份|控股|证券|保险|基金|资本|投资|生物|医药|制药|药业|电子|半导体|微电子|通信|网络|软件|"
    "能源|电气|电力|新能源|地产|置业|餐饮|食品|饮料|乳业|酒业|传媒|影业|文化|教育|航空|物流|快递|航运|重工|钢铁|矿业|化工|"
    "材料|家居|家电|电器|服饰|零售|超市|百货|酒店|旅游|医疗|健康|光电|智能|机器人|动力|电池|芯片|茶饮|咖啡|火锅|小面|面馆|酒楼|饭店"
)
COMPANY_HEADS = (
    "公司|集团|银行|科技|汽车|股份|控股|手机|创始人|董事长|首席|总裁|行长|员工|用户|团队|自身|自己|内部|模式|总部|门店|品牌|成立|诞生|"
    "宣布|发布|推出|上市|官方|管理层|旗下|产品|生物|医药|电子|餐饮|食品|方面|高管|的"
)

# Latin words in Chinese text that name nobody.
COMMON_LATIN = wordset(
    "GDP CEO CFO CTO COO CMO IPO APP App AI IT PC TV 3G 4G 5G 6G SUV MPV OTA KOL PPT SKU GMV ICT LED OLED LCD GPS WiFi "
    "VIP QQ POS ATM ESG ROE ROA NPL KPI OPEN DAY PRO Pro Max Plus Ultra ultra R D B2B B2C C2C O2O HR PR VR AR MR NFT DNA RNA "
    "CPU GPU USB HTML http https www com cn mp weixin USD RMB CNY HKD A B C D E F G H I J K L M N O P Q R S T U V W X Y Z "
    "NO No FDA NMPA CDE EMA II III IV Wi Fi ID DIY BBS SaaS PaaS IaaS PE VC LP GP MBA EMBA PhD Dr Mr Ms EBITDA EPS PMI CPI"
)

# Surnames that are also function words: no evidence of a person by themselves.
FUNCTION_SURNAMES = frozenset(
    "和于向从都那全能单连查经应对方万平时常明成相关公权安华金高章台任文国边元利易都步广居衡曾包柯"
)
# Characters that neither begin nor end a name.
NAME_EDGES = frozenset(
    "的了在是和与及对从为被把将于到这那我你他她它们个家些款位名等各该并也都有一不只还就又更最以用让使由时后前中上下里外内年月日做向每某本其所如若当"
)
GENERIC_NOUNS = wordset(
    "互联网 用户 企业 公司 产品 市场 行业 手机 智能 中国 美国 全球 国内 海外 我们 他们 团队 银行 汽车 科技 电子 创业 软件 硬件 消费 传统 其他 国际 上市 "
    "大公司 车主 新能源 本公司 有限 股份 集团 同事 朋友 客户 品牌 技术 商业 社区 发布 管理 经营 控股 投资 地产 房地产 半导体 生物 医药 餐饮 食品 母公司 "
    "子公司 分公司 总公司 新公司 旗下 知名 顶级 大型 小型 民营 国有 外资 合资 创新 年轻 伟大 优秀 著名 消费者 媒体 官方 平台 数据 服务 模式 战略 业务 "
    "流量 价格 项目 部门 世界 时代 电商 互联 电动 电动汽车 智能汽车 新产品 首款 第一 高端 旗舰 自己 内部 粉丝 官网 门店 总部 高管 员工 竞争 对手 "
    "北京 上海 深圳 广州 杭州 香港 日本 欧洲 韩国 德国 英国 法国 印度 亚洲 自家 多家 几家 两家 三家 保险 证券 基金 资本 餐厅 连锁 芯片 制造 零售 药品"
)
