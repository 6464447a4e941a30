"""Goods that firms sell by the piece: one row each, what it is called in a series and the words that name it."""

from typing import NamedTuple


class Good(NamedTuple):
    name: str
    words: str


GOODS = (
    Good("汽车", "汽车 轿车 新车 SUV MPV 乘用车 商用车 电动车 新能源车 纯电车 整车 车型 车辆 款车 辆车 台车 部车 造车 卖车 购车 cars vehicles EVs"),
    Good("手机", "手机 智能手机 smartphones handsets phones"),
    Good("电视", "电视 电视机 TVs televisions"),
    Good("空调", "空调"),
    Good("冰箱", "冰箱"),
    Good("洗衣机", "洗衣机"),
    Good("平板", "平板 平板电脑 tablets"),
    Good("电脑", "电脑 笔记本电脑 笔记本 PC PCs laptops computers"),
    Good("手表", "手表 智能手表 手环 穿戴设备 watches wearables"),
    Good("耳机", "耳机 earphones headphones"),
    Good("音箱", "音箱 speakers"),
    Good("机器人", "机器人 扫地机 扫地机器人 robots"),
    Good("无人机", "无人机 drones"),
    Good("摩托车", "摩托车 电动自行车 两轮车 电单车 motorcycles scooters"),
    Good("客车", "客车 巴士 大巴 buses"),
    Good("卡车", "卡车 货车 重卡 trucks"),
    Good("发动机", "发动机 engines"),
    Good("电池", "电池 电芯 batteries"),
    Good("芯片", "芯片 chips"),
)  # fmt: skip
# A measure word that goes with one good alone.
BY_MEASURE = {"辆": "汽车"}
# What a part of a firm's people is called by.
TEAMS = "团队 队伍 事业部 部门 研究院 实验室"
