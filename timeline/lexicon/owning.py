"""Words that own no number, or none by themselves: what is left of measures and times, people at large."""

from __future__ import annotations

from timeline.lexicon.grammar import wordset

OTHERS = wordset(
    "The It Its In This That Their They We Our A An 他 她 它 他们 她们 它们 其 该公司 这 那 这个 那个 前者 后者 对方 董事会 董事局 管理层 人们 大家 谁 "
    "品牌 企业 股东 公允 归属母公司 归属 母公司 归母 母公司股东 公司股东 本次 此次 报告期 业务 公开 赛道 研发 销售 营销 管理 持有 分部 门店 城市 大洲 该季度 季度 经营活动产生 经营活动 投资活动产生 投资活动 筹资活动产生 筹资活动 融资活动产生 融资活动"
)
# Nouns that own nothing: what is left of a measure, of a time, of an argument.
EMPTY = wordset(
    "平均 年 月 日 季度 数据 规模 总额 总量 总数 数字 结果 目标 情况 方面 时候 同时 业绩 累计 公允 公允价值 重估 单 额 量 率 数 价 比例 比重 总体 整体 "
    "综合 核心 首期 期间 最终 第一 一共 共 总共 其中 财报 报告 年报 公告 统计 资料 消息 部分 全部 全年 当年 去年 今年 上半年 下半年 "
    "季 度 年度 同比 环比 期内 期末 当天 当日 最高 最低 最远 最大 最多 价格 原来 现在 事实 上 里 中 下 内 外 前 后 人均 每年 每天 每月 "
    "时间 任何 所有 现场 时 人 者 什么 本身 现有 现 现共 拥有 共有 合计 单季 单月 单日 单 纯益 程度 水平 意义 原因 历史 记录 纪录 年底 年初 机会 基础 下降空间 空间 今天 目前 未来 过去 年增率 月增率 季增率 年增幅 首度 首次 新车 股票 股价 盘中 数量 人数 数目 实际 单位 单月 出口方面 方面 其中 份额 规模 期间 新开 新增 新建 新设 本轮 首轮 旗下 建议 平均值 均值 先前 较先前 主营业务 主要业务 其他业务 截至 截止 截至目前 拟派 每普通股 普通股 同店 线上 线下 单店 日均 月均 年均 覆盖全国"
)
CROWD = wordset("顾客 用户 员工 客户 消费者 会员 股东 车主 人员 新开 部分 门店 网络 渠道 店铺 上市公司")
NO_OWNER_AFTER = wordset("对 对于 给 向 占 在 于 占据 占到 位于 获得 获 得到 收到 拿到 取得 领取 来自 由 至")
LOOSE = wordset(
    "质量 趋势 结构 环境 形势 有人 总部 产品 地区 国家 降幅 增幅 总金额 工作半径 动态 用户 人们 大家 营销 也就是说 其一 其二 其三 尺寸 低价 类型 商品 申请 科研 品种 专利 申请专利 客户 顾客 任何 很多人 不少人 网友 读者 智能 免费 同事 朋友 业绩 技术 "
    "任务 速度 成绩 背后 数字 方案 态度 心态 团队 系统 功能 情况 内容 记者 笔者 编者 我国 现场 过程 计划 战略 业务 话 事 事情 问题 本质 成熟期 品类 高阶 机遇 风险 成绩单 关键 结论 平台 成果 实力 优势 全年 足迹 遍布 路 时代 阶段 模式"
)
# Loose words that make a name of the noun after them: 智能|手机.
MODIFIERS = wordset("智能 技术 免费 系统 申请专利 特许")
# What a phrase may end in that has no numbers of its own: the act, the sum, the day, the place in a row.
NO_HEADS = wordset(
    "年产 投产 量产 收盘 开盘 盘中 总计 合计 累计 共计 浮盈 浮亏 减资 增资 扩股 交易日 挂牌 首日 次日 当日 涨幅 跌幅 升幅 降幅 减幅 涨停板 跌停板 税赋 税负 贡献 "
    "个人财富 财富 资本额 股本 身家 身价 账面 名义 显著 大幅 小幅 交易 成交 参考价 收牌价 折合 约合 相当 位列 排名 名列 第一 第二 第三 首位 次席 "
    "合共 期间 期限 阶段 过程 同期 上年同期 去年同期 加权 平均 摊薄 稀释 经调 调整后 未经审计 审计后 剔除 扣除"
)
SUMS = wordset("总计 合计 累计 共计 一共 总共 合共 总共计")
