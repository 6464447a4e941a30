"""What a number measures where no name of a measure says it: by its unit, its change, its price, one word for two."""

from typing import NamedTuple

# What a change or a place in a ranking adds to the property: revenue_growth, market_share_rank.
SUFFIXES = {
    "growth": ("增长率", "growth"), "decline": ("降幅", "decline"), "multiple": ("倍数", "multiple"),
    "rank": ("排名", "rank"), "share": ("占比", "share"), "change": ("变动", "change"),
}  # fmt: skip


class Unsaid(NamedTuple):
    """The property of a unit (or of a kind of units) when no word says more."""

    unit: str
    property: str
    zh: str
    en: str


UNSAID = (
    Unsaid("persons", "people", "人数", "people"), Unsaid("units", "units", "台数", "units"),
    Unsaid("items", "items", "件数", "items"), Unsaid("occasions", "occasions", "次数", "occasions"),
    Unsaid("companies", "companies", "企业数", "companies"),
    Unsaid("money", "amount", "金额", "amount of money"), Unsaid("share", "share", "比例", "share"),
    Unsaid("multiple", "multiple", "倍数", "multiple"), Unsaid("rank", "rank", "排名", "rank"),
    Unsaid("score", "rating", "评分", "rating"), Unsaid("length", "length", "长度", "length"),
    Unsaid("speed", "speed", "速度", "speed"), Unsaid("area", "area", "面积", "area"),
    Unsaid("volume", "volume", "体积", "volume"), Unsaid("mass", "weight", "重量", "weight"),
    Unsaid("energy", "energy", "能量", "energy"),
    Unsaid("charge", "battery_capacity", "电池容量", "battery capacity"),
    Unsaid("power", "power", "功率", "power"), Unsaid("data", "data", "数据量", "data"),
    Unsaid("data_rate", "bandwidth", "带宽", "bandwidth"),
    Unsaid("computing", "computing_power", "算力", "computing power"),
    Unsaid("frequency", "frequency", "频率", "frequency"),
    Unsaid("temperature", "temperature", "气温", "temperature"), Unsaid("angle", "angle", "度数", "degrees"),
    Unsaid("torque", "torque", "扭矩", "torque"), Unsaid("voltage", "voltage", "电压", "voltage"),
    Unsaid("current", "current", "电流", "current"), Unsaid("pressure", "pressure", "压强", "pressure"),
    Unsaid("level", "noise", "声级", "noise"), Unsaid("resolution", "pixels", "像素", "pixels"),
    Unsaid("brightness", "brightness", "亮度", "brightness"), Unsaid("count", "count", "数量", "count"),
)  # fmt: skip

# What has a price: 799元的洗衣机, 20万元以上轿车.
PRICED = (
    "手机 电池 电芯 汽车 车型 轿车 车 电视 洗衣机 空调 冰箱 电脑 平板 手表 手环 耳机 音箱 路由器 家电 产品 商品 机型 机 区间 价位 价格段 "
    "价位段 价格带 市场 档位 档 门票 票 套餐 课程 房 酒 鞋 衣服 包 礼盒 会员 版本 版 款 套装 设备 芯片 单品 SUV suv MPV phone car"
)

# From a loss to a profit: of what profit, the words before say.
TURNS = frozenset({"扭亏为盈", "转亏为盈", "扭亏"})

# One word for two measures, in the order in which their numbers are told: 产销分别完成3万辆和2万辆.
FUSED = {
    "产销": ("production", "sales_volume"),
    "产销量": ("production", "sales_volume"),
    "存贷款": ("deposits", "loans"),
    "进出口": ("imports", "exports"),
}
