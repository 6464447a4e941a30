"""Currencies: one row each, ISO 4217 codes.

Row: code, Chinese label, English label, symbols that stand before the number, words that stand
after it (`_` is a blank), and the words of its fractions with their share of the unit.
"""

from typing import NamedTuple


class Currency(NamedTuple):
    code: str
    zh: str
    en: str
    symbols: str
    words: str
    fractions: tuple[tuple[str, str], ...] = ()


_CENT = (("美分", "0.01"), ("美仙", "0.01"), ("cents", "0.01"), ("US cents", "0.01"), ("¢", "0.01"))

CURRENCIES = (
    Currency("CNY", "元", "yuan", "¥ ￥ RMB RMB¥ CNY 人民币", "元 元人民币 人民币元 人民币 块人民币 块钱 圆 圆人民币 元RMB yuan RMB CNY renminbi", (("角钱", "0.1"), ("毛钱", "0.1"), ("分钱", "0.01"), ("角", "0.1"), ("毛", "0.1"), ("分", "0.01"))),
    Currency("USD", "美元", "US dollars", "$ US$ USD 美元 USD$ U.S.$", "美元 美金 块美金 块美元 USD US_dollars dollars 美刀", _CENT),
    Currency("HKD", "港元", "Hong Kong dollars", "HK$ HKD HKD$ 港币", "港元 港币 块港币 港纸 元港币 HKD HK_dollars Hong_Kong_dollars", (("港仙", "0.01"), ("仙", "0.01"), ("港分", "0.01"), ("HK cents", "0.01"))),
    Currency("TWD", "新台币", "New Taiwan dollars", "NT$ TWD 新台币 台币 NTD", "新台币 块台币 块新台币 元新台币 台币 元台币 新台币元 NTD TWD"),
    Currency("MOP", "澳门元", "Macanese patacas", "MOP MOP$ 澳门币", "澳门元 澳门币 MOP"),
    Currency("EUR", "欧元", "euros", "€ EUR", "欧元 EUR euros euro", (("欧分", "0.01"), ("euro cents", "0.01"), ("euro cent", "0.01"))),
    Currency("GBP", "英镑", "pounds", "£ GBP", "英镑 GBP pounds_sterling", (("便士", "0.01"), ("pence", "0.01"), ("penny", "0.01"))),
    Currency("JPY", "日元", "yen", "JPY JP¥ 円", "日元 日圆 日币 円 JPY yen", (("日本銭", "0.01"), ("日本钱", "0.01"), ("钱", "0.01"))),
    Currency("KRW", "韩元", "won", "₩ KRW", "韩元 韩圆 韩币 韩圜 KRW won"),
    Currency("INR", "印度卢比", "rupees", "₹ INR Rs. Rs", "印度卢比 卢比 INR rupees"),
    Currency("RUB", "卢布", "roubles", "₽ RUB", "卢布 俄罗斯卢布 RUB roubles rubles"),
    Currency("CHF", "瑞士法郎", "Swiss francs", "CHF", "瑞士法郎 瑞郎 CHF"),
    Currency("AUD", "澳元", "Australian dollars", "A$ AU$ AUD", "澳元 澳大利亚元 澳币 AUD"),
    Currency("CAD", "加元", "Canadian dollars", "C$ CA$ CAD", "加元 加拿大元 加币 CAD"),
    Currency("NZD", "新西兰元", "New Zealand dollars", "NZ$ NZD", "新西兰元 纽元 NZD"),
    Currency("SGD", "新加坡元", "Singapore dollars", "S$ SG$ SGD", "新加坡元 新元 坡币 新币 SGD"),
    Currency("MYR", "林吉特", "ringgit", "RM MYR", "林吉特 令吉 马币 MYR ringgit"),
    Currency("THB", "泰铢", "baht", "฿ THB", "泰铢 泰币 THB baht"),
    Currency("VND", "越南盾", "dong", "₫ VND", "越南盾 VND dong"),
    Currency("IDR", "印尼盾", "rupiah", "Rp IDR", "印尼盾 印尼卢比 印度尼西亚盾 IDR rupiah"),
    Currency("PHP", "菲律宾比索", "Philippine pesos", "₱ PHP", "菲律宾比索 PHP"),
    Currency("PKR", "巴基斯坦卢比", "Pakistani rupees", "PKR", "巴基斯坦卢比 PKR"),
    Currency("BRL", "雷亚尔", "reais", "R$ BRL", "雷亚尔 巴西雷亚尔 BRL reais"),
    Currency("MXN", "墨西哥比索", "Mexican pesos", "MX$ MXN", "墨西哥比索 比索 MXN pesos"),
    Currency("ARS", "阿根廷比索", "Argentine pesos", "ARS", "阿根廷比索 ARS"),
    Currency("CLP", "智利比索", "Chilean pesos", "CLP", "智利比索 CLP"),
    Currency("SEK", "瑞典克朗", "Swedish kronor", "SEK", "瑞典克朗 SEK"),
    Currency("NOK", "挪威克朗", "Norwegian kroner", "NOK", "挪威克朗 NOK"),
    Currency("DKK", "丹麦克朗", "Danish kroner", "DKK", "丹麦克朗 DKK"),
    Currency("PLN", "兹罗提", "zloty", "PLN", "兹罗提 波兰兹罗提 PLN zloty"),
    Currency("TRY", "土耳其里拉", "Turkish lira", "₺ TRY", "土耳其里拉 里拉 TRY"),
    Currency("AED", "阿联酋迪拉姆", "dirhams", "AED", "迪拉姆 阿联酋迪拉姆 AED dirhams"),
    Currency("SAR", "沙特里亚尔", "Saudi riyals", "SAR", "沙特里亚尔 里亚尔 SAR riyals"),
    Currency("ILS", "以色列谢克尔", "shekels", "₪ ILS", "谢克尔 新谢克尔 ILS shekels"),
    Currency("EGP", "埃及镑", "Egyptian pounds", "EGP", "埃及镑 EGP"),
    Currency("NGN", "奈拉", "naira", "₦ NGN", "奈拉 尼日利亚奈拉 NGN naira"),
    Currency("ZAR", "南非兰特", "rand", "ZAR", "南非兰特 兰特 ZAR rand"),
    Currency("KES", "肯尼亚先令", "Kenyan shillings", "KES", "肯尼亚先令 KES"),
    Currency("KZT", "坚戈", "tenge", "₸ KZT", "坚戈 KZT tenge"),
    Currency("UAH", "格里夫纳", "hryvnias", "₴ UAH", "格里夫纳 UAH"),
    Currency("MMK", "缅元", "kyat", "MMK", "缅元 缅币 MMK"),
    Currency("XAU", "盎司黄金", "ounces of gold", "XAU", "盎司黄金 XAU"),
    Currency("BTC", "比特币", "bitcoin", "₿ BTC", "枚比特币 个比特币 BTC bitcoins"),
)  # fmt: skip

# In Traditional characters one of the first, or two of the second, make 元 a New Taiwan dollar.
PLACES_OF_TAIWAN = "台股 台湾证券 台湾证交所 台证所 臺证所 台交所 柜买中心 上柜 兴柜 股市观测站 公开资讯观测站 三大法人 金管会 法说会 法人说明会 财测 仟元"
FINANCE_OF_TAIWAN = (
    "每股纯益 每股税后纯益 税后纯益 税后净利 税后盈余 每股盈余 营益率 营业利益 资本额 减资 全额交割股 涨停板 外资法人 投信 "
    "竹科 中科 除权息 配息 本土法人 股王 转投资"
)
