"""Things that are counted: one row a unit, the nouns that name them, the measure words they take.

Row: unit code, nouns separated by blanks, measure words separated by blanks ("" is a number that
stands right before its noun: 5亿用户). The noun nearest to the number decides.
"""

from typing import NamedTuple


class Counted(NamedTuple):
    unit: str
    nouns: str
    measures: str


COUNTED = (
    Counted("persons", "合伙人 创始人 用户 DAU MAU 粉丝 会员 客户 顾客 消费者 人口 员工 职工 雇员 工程师 人士 志愿工作者 志愿者 志愿工 网友 网民 观众 车主 读者 学生 学员 师生 医生 司机 骑手 乘客 旅客 游客 专家 代表 创作者 创业者 开发者 作者 博主 主播 股东 投资者 投资人 候选人 居民 村民 农民 农户 商户 商家 卖家 买家 店主 民众 群众 患者 病人 球迷 铁粉 人才 人员 人群 同事 嘉宾 高管 博士 院士 教师 老师 工人 技师 订户 关注者 家长 孩子 岗位 订阅者 玩家", "位 名 个 万名 "),
    Counted("persons", "日活 月活", " "),
    Counted("households", "家庭 住户 户家庭", "个 户 "),
    Counted("meetings", "会议 讨论会 董事会 准备会 座谈会 沟通会 研讨会 股东会 股东大会 听证会 专题会 例会 发布会 拜访沟通 拜访 访谈 会谈 交流会 调研 路演 年会", "次 场 个 届 轮 "),
    Counted("livestreams", "直播", "场 次 个 "),
    Counted("comments", "评论 留言 弹幕 评价 好评 差评", "条 个 "),
    Counted("posts", "微博 帖子 推文 动态 笔记 博文 朋友圈 帖", "条 篇 个 "),
    Counted("videos", "视频 短片 短视频", "条 个 支 部 段 "),
    Counted("articles", "文章 报道 稿件 论文", "篇 条 "),
    Counted("views", "浏览 阅读 播放 播放量 浏览量 阅读量 点击 曝光 观看", "次 "),
    Counted("downloads", "下载 安装", "次 "),
    Counted("stores", "门店 门市 营业部 4S店 直营店 专卖店 体验店 旗舰店 零售店 加盟店 连锁店 便利店 超市 餐厅 咖啡店 咖啡馆 店铺 分店 网点 商店 书店 药店 小店 新店 店 展厅 服务中心 交付中心 维修站 加油站", "家 个 间 座 处 "),
    Counted("companies", "公司 企业 供应商 厂商 品牌商 经销商 合作伙伴 机构 银行 子公司 车企 初创公司 创业公司 券商 上市公司 医院 学校 高校 大学", "家 个 所 间 "),
    Counted("countries", "国家 国家和地区 国家与地区 国家及地区 市场国", "个 "),
    Counted("regions", "地区 省份 省区 省市 县 区县 乡镇 市场", "个 "),
    Counted("cities", "城市 城 地级市", "个 座 "),
    Counted("patents", "专利 发明专利 授权专利 软著 专利申请", "项 件 个 "),
    Counted("centres", "研发中心 数据中心 创新中心 物流中心 配送中心 技术中心 设计中心 研究院 研究所 实验室 运营中心", "个 大 座 家 处 "),
    Counted("factories", "工厂 基地 生产基地 超级工厂 制造基地 园区 产业园 厂房 矿山 电站 电厂 仓库 仓", "座 个 家 处 大 间 "),
    Counted("production_lines", "生产线 产线", "条 "),
    Counted("routes", "航线 线路 专线 铁路", "条 "),
    Counted("charging_stations", "换电站 充电站 超充站 充换电站 换电柜", "座 个 "),
    Counted("charging_piles", "充电桩 超充桩 充电枪", "根 个 "),
    Counted("aircraft", "飞机 客机 货机 宽体机 窄体机 运输机 机队 航空器", "架 "),
    Counted("orders", "订单 大定 锁单 预订 小订 定单", "个 单 笔 份 张 "),
    Counted("tasks", "任务", "个 项 "),
    Counted("projects", "项目 工程 课题", "个 项 "),
    Counted("deals", "融资 交易 投资 并购 收购", "笔 起 轮 次 宗 "),
    Counted("items", "产品 商品 零组件 零部件 零件 部件 组件 SKU 机型 车型 品类 新品 设备 芯片 手机 汽车 智能设备 应用 App APP 游戏 爆款 单品 款式 配件 货品 模型 书 图书 作品 影片 剧集 基金 箱子 包裹 快递 快件 传感器 雷达 摄像头 电池 电芯 机器人 座椅 数据集 型号 版本 功能 技能 小程序 账号 账户 床位 房间 客房 商标 标准", "个 款 件 种 颗 枚 张 只 把 台 套 支 部 项 份 块 片 箱 间 类 本 "),
    Counted("seats", "座位 席位 坐席 董事席位", "个 席 "),
    Counted("shares", "股份 普通股 新股 股票", " "),
    Counted("occasions", "活动 比赛 培训 演讲 试验 测试 碰撞测试 实验 迭代 更新 升级 发射 飞行 召回 救援 事故", "场 次 轮 起 届 个 "),
)  # fmt: skip

# What a measure word counts when no noun says it.
DEFAULTS = {"次": "occasions", "场": "occasions", "届": "occasions", "轮": "occasions", "趟": "occasions",
            "遍": "occasions", "家": "companies", "户": "households", "股": "shares"}  # fmt: skip
