"""Words of financial tables: what only qualifies a measure, which period a head means, scales of units."""

from timeline.lexicon.grammar import wordset

# Words beside a measure in a table's head that name nobody: 归属于上市公司股东的|净利润, 加权平均|净资产收益率.
QUALIFIERS = wordset(
    "归属于上市公司股东的 归属于上市公司股东 归属于母公司所有者的 归属于母公司股东的 归属于母公司 归属母公司 归属于 归母 上市公司 母公司 "
    "普通股 本公司拥有人 公司拥有人 拥有人 股东应占 股东 所有者 少数 控股权益 扣除非经常性损益后的 扣除非经常性损益的 扣除非经常性损益 "
    "扣非后 扣非 经营活动产生的 投资活动产生的 筹资活动产生的 经营活动 投资活动 筹资活动 产生的 加权平均 加权 平均 基本 稀释 摊薄 "
    "全面摊薄 合计 总计 小计 总额 净额 总 净 单季 单月 当期 当月 累计 本期 上期 本年 上年 全年 全年度 年度 季度 期末 期初 "
    "年末 年初 报告期 本报告期 上年度末 本报告期末 主营 主营业务 营业 营业外 公司 集团 金额 数额 数值 综合 合并 经审计 未经审计 "
    "其中 其他 其它 减 加 项目 指标 同比 环比 增减 变动 幅度 增长率 增长 比 上年同期 归属 的 及 和 与 或 之 末 年 每 "
    "支出 收入 合并后 整体 持续经营 非经常性 单位 约 及其 以上 total net gross group company basic "
    "diluted of the and attributable to average number underlying adjusted "
    "consolidated reported statutory per annual interim final ordinary full half yearly quarterly special common share unaudited audited"
)

# A column of growth, or a row of growth below the row of its measure.
GROWTH_HEADS = r"同比|环比|增长|增速|增幅|增减|变动|变化|\(\+/-\)|（\+/-）|\+/-|年增|季增|月增|growth|YoY|QoQ|change|var\."

# Heads that mean a period of the report itself → what it is of the reported period.
PERIODS = (
    ("start to end", r"年初至(?:本?报告期末|期末|今)|本年累计|本期累计|累计|year.to.date|YTD"),
    ("end of last year", r"上年度?末|年初(?:余额|数)?$|期初|上年年末"),
    ("same last year", r"上年同期|去年同期|上期|上年数"),
    ("end", r"本?报告期末|期末|本期末"),
    ("this", r"本?报告期(?!末)|本期(?:金额|数)?(?!末)|本年度?$|本季度?$|当期"),
)

# Columns that hold no value: notes, order, remarks.
NO_VALUES = r"附注|注释|备注|序号|编号|说明|行次|note|no\.|rank"
