"""Business measures: one row each. What a number measures is said by the words near it.

Row: property (stable snake_case name), Chinese label, English label, kinds of units it is told in
(money, share, count, length …; `=code` is one unit only), words that say it. Longer words win over
shorter ones, so 净利润 is never read as 利润.
"""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    property: str
    zh: str
    en: str
    kinds: str
    words: str


MEASURES = (
    # income and profit
    Measure("revenue", "营收", "revenue", "money", "营收 营业收入 营业额 营业总收入 总营收 总收入 收入 年营收 年收入 营收额 财收 收益 总收益 revenue revenues turnover"),
    Measure("other_income", "其他收益", "other income", "money", "其他收益 其他收入 业外收益 营业外收益 营业外收入 other_income"),
    Measure("investment_income", "投资收益", "investment income", "money", "投资收益 投资收入 理财收益 investment_income"),
    Measure("gmv", "商品交易总额", "gross merchandise value", "money", "GMV 商品交易总额 交易总额 交易额 成交总额 总成交额 成交额"),
    Measure("sales_value", "销售额", "sales", "money", "销售额 销售净额 净销售额 总销售额 销售总额 销售收入 销售所得款 销售所得款项 销售金额 流水 带货额 零售额 零售总额 sales"),
    Measure("same_store_sales", "同店销售", "same-store sales", "money", "同店销售 同店销售额 同店收入 同店营收 可比同店销售 same-store_sales comparable_sales comparable_store_sales comparable-store_sales like-for-like_sales"),
    Measure("gross_profit", "毛利", "gross profit", "money", "毛利 毛利润 毛利额 营业毛利 gross_profit"),
    Measure("operating_profit", "营业利润", "operating profit", "money", "营业利润 营运溢利 营运利润 营业溢利 经营盈利 营运盈利 经营利润 运营利润 营业利益 营业净利 经营溢利 operating_profit operating_income operating_earnings"),
    Measure("net_profit", "净利润", "net profit", "money", "净利润 净利 税后净利 税后纯益 纯益 税后盈余 归母净利润 纯利 纯利润 净利润总额 归属净利润 税后获利 股东应占溢利 股东应占盈利 股东应占利润 拥有人应占溢利 拥有人应占利润 净溢利 net_profit net_income net_earnings"),
    Measure("adjusted_net_profit", "经调整净利润", "adjusted net profit", "money", "经调整净利润 调整后净利润 经调整利润 经调整净利 扣非净利润 adjusted_net_profit"),
    Measure("profit", "利润", "profit", "money", "利润 盈利 溢利 获利 赚 扭亏为盈 转亏为盈 扭亏 profit profits earnings earned"),
    Measure("profit_before_tax", "税前利润", "profit before tax", "money", "税前利润 利润总额 除税前溢利 除税前利润 税前溢利 税前净利 税前盈利 税前纯益 profit_before_tax pre-tax_profit pretax_profit income_before_tax profit_before_taxation"),
    Measure("ebitda", "EBITDA", "EBITDA", "money", "EBITDA 息税折旧摊销前利润"),
    Measure("loss", "亏损", "loss", "money", "亏损 净亏损 亏 经营亏损 亏损额 净亏 loss losses net_loss"),
    Measure("income", "个人收入", "personal income", "money", "人均收入 可支配收入 人均可支配收入"),
    Measure("gross_margin", "毛利率", "gross margin", "share", "毛利率 综合毛利率 毛利润率 gross_margin gross_profit_margin"),
    Measure("net_margin", "净利润率", "net margin", "share", "净利润率 净利率 综合净利润率 综合净利率 税后纯益率 纯益率 税后净利率 销售净利率 net_margin net_profit_margin net_income_margin"),
    Measure("operating_margin", "营业利润率", "operating margin", "share", "营业利润率 经营利润率 运营利润率 营业利益率 营益率 营利率 经营溢利率 operating_margin operating_profit_margin operating_income_margin"),
    Measure("profit_margin", "利润率", "profit margin", "share", "利润率 margin"),
    Measure("eps", "每股收益", "earnings per share", "money", "每股收益 每股盈利 每股净利 每股盈余 每股纯益 每股基本收益 每股基本盈利 每股摊薄盈利 每股摊薄收益 每股基础盈利 每股税后盈余 每股税后纯益 每股溢利 每股基本溢利 每股摊薄溢利 每股亏损 每股净亏损 每股基本亏损 每股净收益 EPS earnings_per_share per_share per_ADS per_diluted_share per_basic_share per_ordinary_share per_common_share 每股摊薄净收益 每股摊薄净利润 每股基本净收益 摊薄每股盈利 基本每股收益 稀释每股收益"),
    Measure("net_assets_per_share", "每股净资产", "net assets per share", "money", "每股净资产 每股净值 每股资产净值 book_value_per_share"),
    # prices
    Measure("price", "价格", "price", "money score", "售价 价格 定价 采购价 进货价 出厂价 批发价 定到 标价 多少钱 起售价 指导价 零售价 售卖价 建议零售价 预售价 起步价 官方指导价 全款价 特价 到手价 首发价 卖到 售 卖 单价 价位 票价 房价 价 价钱 门槛 低至 租金 价格区间 价格段 价位段 价格带 price priced prices costs"),
    Measure("average_price", "均价", "average price", "money", "均价 平均售价 平均价格 客单价 平均单价 ASP average_price average_selling_price"),
    Measure("price_cut", "降价", "price cut", "money", "降价 优惠 立减 直降 让利 便宜 减免"),
    Measure("share_price", "股价", "share price", "money", "股价 股票价格 每股市价 每股价格 收市价 收牌价 交易参考价 开盘参考价 涨停价 跌停价 涨停板 跌停板 发行价 发售价 发行定价 每股 收盘价 开盘价 招股价 收报 share_price shares_fell shares_rose shares_dropped shares_jumped shares_slid shares_sank shares_climbed shares_gained shares_closed shares_traded stock_fell stock_rose stock_dropped stock_jumped stock_climbed stock_closed its_stock its_shares"),
    # company finance
    Measure("market_cap", "市值", "market capitalisation", "money", "市值 总市值 market_cap market_capitalisation market_capitalization"),
    Measure("valuation", "估值", "valuation", "money", "估值 投后估值 投前估值 valuation valued"),
    Measure("financing", "融资额", "funds raised", "money", "融资 融资额 募集资金总额 募资 募集 募集资金 募得 筹资 集资 融资总额 筹集 raised"),
    Measure("investment", "投入", "investment", "money", "投资 投入 投资额 总投资 出资 注资 砸下 砸 首期投入 投资总额 追加投资 增资 投了 斥资 耗资 investment invest invested investing"),
    Measure("spending", "支出", "spending", "money", "拿出 花费 花了 花掉 支出 开支 预算 spent spending budget"),
    Measure("rd_spending", "研发投入", "R&D spending", "money share", "研发投入 研发费用 研发支出 研发开支 研发经费 研发投资 研发成本 技术研发投入 R&D_spending R&D"),
    Measure("capital_spending", "资本开支", "capital expenditure", "money", "资本开支 资本支出 资本性支出 capex capital_expenditure"),
    Measure("marketing_spending", "营销费用", "marketing spending", "money share", "营销费用 广告费 广告费用 推广费 推广费用 市场费用 销售费用 广告投入 营销投入 销售及推广开支 销售及市场推广开支 销售及市场开支 销售及营销开支 销售及分销开支 推销费用 行销费用"),
    Measure("admin_spending", "管理费用", "administrative spending", "money share", "管理费用 一般及行政开支 一般及行政费用 行政开支 行政费用"),
    Measure("cash_reserves", "现金储备", "cash reserves", "money", "现金储备 现金 账上 账户 账面现金 现金余额 现金等价物 银行存款 资金储备 现金及现金等价物 货币资金 现金资源 银行结余 银行结余及现金 cash"),
    Measure("operating_cash_flow", "经营现金流", "operating cash flow", "money", "经营现金流 经营性现金流 经营性现金流净额 经营活动现金流 经营活动现金流净额 现金流 cash_flow cash_from_operations"),
    Measure("free_cash_flow", "自由现金流", "free cash flow", "money", "自由现金流 自由现金流量 free_cash_flow"),
    Measure("debt", "债务", "debt", "money", "债务 负债 借款 银行贷款 银行借款 银行借贷 贷款 欠款 有息负债 总负债 debt"),
    Measure("debt_ratio", "资产负债率", "debt ratio", "share", "资产负债率 负债率"),
    Measure("assets", "资产", "assets", "money", "总资产 资产总额 资产 资产规模 管理规模 资产总计 assets"),
    Measure("equity", "净资产", "equity", "money", "净资产 所有者权益 股东权益 归属股东权益 权益总额 equity"),
    Measure("registered_capital", "注册资本", "registered capital", "money", "注册资本 注册资金"),
    Measure("share_capital", "股本", "share capital", "money =shares", "股本 资本额 实收资本 实收资本额 股本总额 总股本 share_capital"),
    Measure("wealth", "财富", "personal wealth", "money", "个人财富 财富 身家 身价 净身家 net_worth"),
    Measure("impairment", "减值", "impairment", "money", "减值 资产减值 减值损失 信用减值损失 减值准备 商誉减值 impairment"),
    Measure("operating_expenses", "营业费用", "operating expenses", "money", "营业费用 经营开支 经营费用 期间费用 营运费用 营业开支 operating_expenses"),
    # banks
    Measure("net_interest_income", "利息净收入", "net interest income", "money", "利息净收入 净利息收入 利息收入净额 net_interest_income"),
    Measure("fee_income", "手续费净收入", "fee income", "money", "手续费净收入 净手续费收入 手续费及佣金净收入 净手续费及佣金收入 手续费收入 非息收入 非利息收入 非利息净收入 中间业务收入 fee_income"),
    Measure("loans", "贷款余额", "loans", "money", "贷款总额 贷款余额 各项贷款 发放贷款 客户贷款 贷款及垫款 贷款和垫款 loans"),
    Measure("deposits", "存款", "deposits", "money", "存款 存款总额 存款余额 客户存款 各项存款 吸收存款 deposits"),
    Measure("non_performing_loans", "不良贷款", "non-performing loans", "money", "不良贷款 不良贷款余额 non-performing_loans"),
    Measure("risk_weighted_assets", "风险加权资产", "risk-weighted assets", "money", "风险加权资产 风险加权资产规模 risk-weighted_assets"),
    Measure("premiums", "保费收入", "premiums", "money", "保费 保费收入 原保费收入 规模保费 premiums"),
    Measure("contracted_sales", "合约销售", "contracted sales", "money", "合约销售 合约销售额 合同销售额 签约销售额 签约金额 销售签约额"),
    Measure("inventory", "库存", "inventory", "money =units =items", "库存 存货 inventory inventories"),
    Measure("dividend", "分红", "dividend", "money", "分红 股息 股利 现金股利 配息 派息 派发现金红利 每股派息 每股股息 每股股利 每股分红 dividend dividends dividend_per_share dividends_per_share 中期股息 末期股息 特别股息 中期息 末期息 特别息 现金分红 派现 派发股息 派发现金股利"),
    Measure("buyback", "回购", "share buyback", "money =shares", "回购 buyback repurchase repurchased buybacks"),
    Measure("acquisition_value", "收购金额", "acquisition value", "money", "收购价 收购 交易对价 对价 收购金额 并购 买下 acquired acquisition"),
    Measure("stake", "持股比例", "stake", "share", "持股 持股比例 股权 股份 持有 控股 股权比例 占股 stake"),
    Measure("shareholding", "持股数", "shares held", "=shares", "持股 持有 持股数 持股数量 持股总数"),
    Measure("voting_rights", "投票权", "voting rights", "share", "投票权 表决权"),
    Measure("cost", "成本", "cost", "money share", "成本 费用 造价 运营成本 生产成本 制造成本 物流成本 销售成本 营业成本 cost production_costs cost_of_sales cost_of_revenues"),
    Measure("customer_acquisition_cost", "获客成本", "customer acquisition cost", "money", "获客成本 平均获客成本 拉新成本 获客费用"),
    Measure("arpu", "每用户收入", "revenue per user", "money", "ARPU ARPPU 单用户收入 每用户收入 每用户平均收入 客均收入 revenue_per_user average_revenue_per_user ARPA ARR_per_customer"),
    Measure("recurring_revenue", "年度经常性收入", "annual recurring revenue", "money", "ARR 年度经常性收入 经常性收入 annual_recurring_revenue recurring_revenue"),
    Measure("battery_cost", "电池成本", "battery cost", "money share", "电池成本 动力电池成本"),
    Measure("fine", "罚款", "fine", "money", "罚款 罚金 罚没 处罚 fine fined"),
    Measure("compensation", "赔偿", "compensation", "money", "赔偿 赔付 索赔 补偿"),
    Measure("subsidy", "补贴", "subsidy", "money", "补贴 补助 购置税补贴 subsidy"),
    Measure("donation", "捐赠", "donation", "money", "捐款 捐赠 捐出 捐 donated donation"),
    Measure("tax", "税额", "tax", "money", "纳税 税收 缴税 税款 税额 税赋 税负 赋税 完税 上缴税费 纳税额 购置税 tax_paid"),
    Measure("salary", "薪酬", "pay", "money", "薪酬 年薪 工资 薪水 月薪 薪资 起薪 salary"),
    Measure("bonus", "奖金", "bonus", "money", "奖金 奖励 年终奖 激励 红包 bonus"),
    Measure("voucher", "代金券", "vouchers", "money", "代金券 现金券 优惠券 打车券 消费券 抵用券 礼品卡"),
    Measure("gdp", "国内生产总值", "GDP", "money", "GDP 国内生产总值 地区生产总值 生产总值 经济总量"),
    Measure("gdp_per_capita", "人均GDP", "GDP per capita", "money", "人均GDP 人均国内生产总值"),
    Measure("output_value", "产值", "output value", "money", "产值 总产值 工业产值"),
    Measure("exports", "出口额", "exports", "money =units =items mass", "出口额 出口 出口量 海外出口 外销 exports"),
    Measure("imports", "进口额", "imports", "money =units =items mass", "进口额 进口 进口量"),
    Measure("trade_surplus", "贸易顺差", "trade surplus", "money", "贸易顺差 顺差 trade_surplus"),
    Measure("trade_deficit", "贸易逆差", "trade deficit", "money", "贸易逆差 逆差 trade_deficit"),
    Measure("order_value", "订单金额", "order value", "money", "订单 订单金额 订单额 合同金额 合同额 中标金额"),
    Measure("market_size", "市场规模", "market size", "money =units", "市场规模 市场容量 市场空间 行业规模 盘子 market_size"),
    # units
    Measure("deliveries", "交付量", "deliveries", "=units =items", "交付 交付量 累计交付 累计交付量 提车 交车 delivered deliveries deliver"),
    Measure("shipments", "出货量", "shipments", "=units =items mass area energy power", "出货量 出货 年出货量 总出货量 发货 发货量 shipments shipment shipped"),
    Measure("sales_volume", "销量", "units sold", "=units =items =TEU mass area energy power", "销量 售出 卖出 销售 热销 卖了 销售量 总销量 累计销量 年销量 月销 月销量 卖掉 大卖 动销 年销 sold sales"),
    Measure("production", "产量", "production", "=units =items energy mass", "产量 生产 下线 年产量 制造 量产 投产 排产 produced production manufactured"),
    Measure("electricity", "发电量", "electricity generated", "energy", "发电量 上网电量 售电量 供电量"),
    Measure("throughput", "吞吐量", "throughput", "=TEU =persons =units mass", "吞吐量 货物吞吐量 集装箱吞吐量 旅客吞吐量 货邮吞吐量"),
    Measure("parcels", "快递业务量", "parcels", "=items", "业务量 快递业务量 包裹量 parcels"),
    Measure("capacity", "产能", "production capacity", "=units =items energy power mass", "产能 年产能 设计产能 规划产能 总产能 年产 生产能力 年生产能力 综合生产能力 年综合生产能力 年综合产能 capacity"),
    Measure("orders", "订单量", "orders", "=units =items =orders", "订单 大定 锁单 预订 小订 预约 下定 订单量 锁单量 定单 预定 orders"),
    Measure("registrations", "上险量", "registrations", "=units", "上险 上牌 上险量 注册量"),
    Measure("fleet", "保有量", "stock in use", "=units =items", "保有量 装车量 激活量 活跃设备 联网设备 连接设备 在用"),
    Measure("recalls", "召回量", "recalls", "=units =items", "召回"),
    Measure("exposure", "曝光量", "impressions", "count", "曝光 曝光量"),
    # people
    Measure("users", "用户数", "users", "=persons", "用户 用户数 用户量 用户规模 用户总数 累计用户 users"),
    Measure("monthly_active_users", "月活跃用户", "monthly active users", "=persons count", "月活跃用户 月活 月活用户 月活跃用户数 MAU MAUs 月度活跃用户 monthly_active_users"),
    Measure("daily_active_users", "日活跃用户", "daily active users", "=persons count", "日活跃用户 日活 日活用户 日活跃用户数 DAU DAUs daily_active_users"),
    Measure("registered_users", "注册用户", "registered users", "count", "注册用户 注册用户数"),
    Measure("paying_users", "付费用户", "paying users", "count", "付费用户 付费会员 付费用户数 付费人数 paying_users paid_users paying_subscribers paid_subscribers"),
    Measure("mobile_internet_users", "移动互联网用户", "mobile internet users", "count", "移动互联网用户 手机网民 网民 网民规模"),
    Measure("active_buyers", "活跃买家", "active buyers", "=persons", "活跃买家 年活跃买家 年度活跃买家 年度活跃消费者 活跃消费者 active_buyers"),
    Measure("active_customers", "活跃客户", "active customers", "=persons", "活跃客户 年活跃客户 活跃账户 active_customers active_accounts active_clients"),
    Measure("active_users", "活跃用户", "active users", "=persons count", "活跃用户 年活跃用户 活跃用户数 active_users"),
    Measure("members", "会员数", "members", "=persons", "会员 会员数 members"),
    Measure("customers", "客户数", "customers", "=persons =companies", "客户 顾客 消费者 买家 customers"),
    Measure("subscribers", "订户数", "subscribers", "=persons", "订户 订阅 订阅者 subscribers"),
    Measure("fans", "粉丝数", "fans", "=persons", "粉丝 粉丝数 忠实粉丝 粉 铁粉 fans followers"),
    Measure("viewers", "观看人数", "viewers", "=persons", "观看人数 累计观看人数 观看 观众 涌入 在线人数 观看人次"),
    Measure("owners", "车主数", "owners", "=persons", "车主"),
    Measure("headcount", "员工人数", "headcount", "=persons", "employed employs employ 员工 员工人数 员工数 员工总数 总部 职工 雇员 工人 操作工 技工 蓝领 团队 人数 工作人员 人员 全职员工 团队规模 employees headcount staff workforce"),
    Measure("rd_headcount", "研发人员", "R&D headcount", "=persons", "研发人员 研发团队 工程师 研发工程师 技术人员 工程技术人员 专业技术人员 科研人员 研发技术人员 研发人数 研发员工 技术团队 算法工程师 engineers"),
    Measure("layoffs", "裁员人数", "layoffs", "=persons", "裁员 裁掉 裁减 裁撤 优化 离职 laid_off job_cuts layoffs redundancies"),
    Measure("hires", "招聘人数", "hires", "=persons", "招聘 招募 新增岗位 引进 招收 入职 扩招"),
    Measure("trainees", "培训人数", "people trained", "=persons", "培训 受训 学员"),
    Measure("jobs", "就业岗位", "jobs", "=persons", "就业岗位 就业 岗位 jobs"),
    Measure("population", "人口", "population", "=persons", "人口 总人口 常住人口 population"),
    Measure("passengers", "客流量", "passengers", "=persons", "客流 客流量 旅客 游客 乘客 接待 旅客运输量 客运量"),
    Measure("delegates", "代表人数", "delegates", "=persons", "代表"),
    Measure("experts", "专家人数", "experts", "=persons", "专家 人士 院士"),
    Measure("volunteers", "志愿者人数", "volunteers", "=persons", "志愿者 志愿工作者"),
    Measure("participants", "参与人数", "participants", "=persons", "参与 参加 报名 与会 出席 参会 邀请 嘉宾"),
    Measure("households", "家庭数", "households", "=households", "家庭 住户 户"),
    # shares and rates
    Measure("market_share", "市场份额", "market share", "share", "市场份额 市占率 份额 市场占有率 占有率 市场占比 market_share"),
    Measure("share_of_total", "占比", "share of total", "share", "占比 比重 比例 占 占据 占到 比率"),
    Measure("penetration", "渗透率", "penetration", "share", "渗透率 普及率 覆盖率 penetration"),
    Measure("net_interest_margin", "净息差", "net interest margin", "share", "净息差 净利差 净利息收益率 net_interest_margin"),
    Measure("npl_ratio", "不良贷款率", "non-performing loan ratio", "share", "不良贷款率 不良贷款比率 NPL_ratio"),
    Measure("provision_coverage", "拨备覆盖率", "provision coverage", "share", "拨备覆盖率 provision_coverage"),
    Measure("core_tier1_ratio", "核心一级资本充足率", "core tier 1 ratio", "share", "核心一级资本充足率 CET1"),
    Measure("tier1_ratio", "一级资本充足率", "tier 1 ratio", "share", "一级资本充足率"),
    Measure("capital_adequacy", "资本充足率", "capital adequacy", "share", "资本充足率 总资本充足率 capital_adequacy"),
    Measure("expense_ratio", "费用率", "expense ratio", "share", "费用率 期间费用率 研发费用率 销售费用率 管理费用率 成本收入比 综合成本率"),
    Measure("completion_rate", "完成率", "completion rate", "share", "完成率 完成度 达成率 进度 目标的"),
    Measure("utilisation", "利用率", "utilisation", "share", "利用率 产能利用率 开工率 上座率 入住率 出租率 使用率"),
    Measure("conversion_rate", "转化率", "conversion rate", "share", "转化率 成交率 下单率"),
    Measure("retention_rate", "留存率", "retention rate", "share", "留存率 续订率 复购率 续费率 续约率"),
    Measure("churn_rate", "流失率", "churn rate", "share", "流失率 离职率 退订率 退货率"),
    Measure("satisfaction", "满意度", "satisfaction", "share score", "满意度 好评率 满意率 净推荐值 NPS 推荐率"),
    Measure("yield_rate", "良率", "yield", "share", "良率 良品率 合格率 成品率"),
    Measure("defect_rate", "不良率", "defect rate", "share", "不良率 返修率 故障率 次品率 坏账率"),
    Measure("localisation_rate", "国产化率", "localisation rate", "share", "国产化率 自给率 本土化率 自主率"),
    Measure("automation_rate", "自动化率", "automation rate", "share", "自动化率 数字化率"),
    Measure("efficiency", "效率", "efficiency", "share", "效率 能效 人效 坪效 热效率"),
    Measure("interest_rate", "利率", "interest rate", "share", "利率 年利率 年化 利息"),
    Measure("return_rate", "回报率", "rate of return", "share", "回报率 投资回报率 收益率 净资产收益率 加权平均净资产收益率 总资产收益率 ROE ROA 回报 return_on_sales return_on_equity"),
    Measure("tax_rate", "税率", "tax rate", "share", "税率 关税 tariff"),
    Measure("inflation", "通胀率", "inflation", "share", "通胀 CPI 通胀率"),
    Measure("unemployment", "失业率", "unemployment", "share", "失业率"),
    Measure("discount", "折扣", "discount", "share", "折扣 打折 折"),
    Measure("approval", "赞成率", "approval", "share", "赞成 同意 支持率 得票率"),
    Measure("growth", "增速", "growth", "share", "增速 增长率 增幅 涨幅 跌幅 升幅 降幅 减幅 变动幅度 变动比例 变化幅度 复合增长率 年复合增长率 growth"),
    # things with a place
    Measure("aircraft", "机队规模", "aircraft", "=aircraft", "飞机 客机 货机 宽体机 机队 运输飞机 机队规模"),
    Measure("load_factor", "客座率", "load factor", "share", "客座率 载运率 load_factor"),
    Measure("table_turnover", "翻台率", "table turnover", "multiple =occasions", "翻台率 翻座率"),
    Measure("cargo", "货运量", "cargo", "mass", "货邮运输量 货运量 货邮量"),
    Measure("stores", "门店数", "stores", "=stores", "门店 直营店 专卖店 店 餐厅"),
    Measure("products", "产品数", "products", "=items", "产品 SKU 商品 机型 车型 品类 新品 款式 单品"),
    Measure("parts", "零部件数", "parts", "=items", "零组件 零部件 零件 部件 组件 配件"),
    Measure("apps", "应用数", "apps", "=items", "应用 App APP 小程序 软件"),
    Measure("devices", "设备数", "devices", "=items =units", "智能设备 设备 终端 IoT设备"),
    Measure("chips", "芯片数", "chips", "=items", "芯片"),
    Measure("standards", "标准数", "standards", "=items", "标准"),
    Measure("subsidiaries", "子公司数", "subsidiaries", "=companies", "子公司 分公司"),
    Measure("dealers", "经销商数", "dealers", "=companies", "经销商 代理商"),
    Measure("suppliers", "供应商数", "suppliers", "=companies", "供应商"),
    Measure("partners", "合作伙伴数", "partners", "=companies", "合作伙伴 合作企业 生态链企业 生态链公司"),
    # technical
    Measure("range_km", "续航里程", "driving range", "length", "续航 续航里程 综合续航 纯电续航 续驶里程 补能 CLTC range"),
    Measure("distance", "里程", "distance", "length", "里程 距离 路程 行驶 跑了 跑 全长 行程 累计里程 distance"),
    Measure("top_speed", "最高时速", "top speed", "speed length", "最高时速 极速 时速 车速 最高车速 设计时速 top_speed"),
    Measure("battery_capacity", "电池容量", "battery capacity", "energy charge", "电池容量 电池 电池包 电量 battery"),
    Measure("power", "功率", "power", "power", "功率 最大功率 充电功率 峰值功率 快充 马力"),
    Measure("installed_capacity", "装机容量", "installed capacity", "energy power", "装机容量 装机规模 装机量 累计装机 装机 储能容量 储能规模 并网 容量 installed"),
    Measure("energy_use", "能耗", "energy use", "energy", "能耗 电耗 用电量 耗电 油耗"),
    Measure("torque", "扭矩", "torque", "torque", "扭矩 峰值扭矩"),
    Measure("voltage", "电压", "voltage", "voltage", "电压 平台 高压"),
    Measure("screen_size", "屏幕尺寸", "screen size", "=inch =cm", "屏幕 尺寸 屏 电视 英寸 显示屏 车机屏 中控屏 巨屏"),
    Measure("refresh_rate", "刷新率", "refresh rate", "frequency", "刷新率 高刷"),
    Measure("brightness", "亮度", "brightness", "brightness", "亮度"),
    Measure("pixels", "像素", "pixels", "resolution", "像素 主摄 摄像头 分辨率"),
    Measure("memory", "内存", "memory", "data", "内存 存储 运存 容量 显存"),
    Measure("bandwidth", "带宽", "bandwidth", "data_rate", "带宽 网速 速率"),
    Measure("computing_power", "算力", "computing power", "computing", "算力"),
    Measure("process_node", "制程", "process node", "=nm", "制程 工艺 纳米"),
    Measure("wheelbase", "轴距", "wheelbase", "length", "轴距"),
    Measure("vehicle_length", "车长", "vehicle length", "length", "车长 车身长度"),
    Measure("width", "宽度", "width", "length", "宽度 车宽 胎宽 宽"),
    Measure("height", "高度", "height", "length", "高度 车高 身高 海拔 高"),
    Measure("thickness", "厚度", "thickness", "length", "厚度 厚 机身"),
    Measure("length", "长度", "length", "length", "长度 长 总长"),
    Measure("depth", "深度", "depth", "length", "深度 水深 深"),
    Measure("weight", "重量", "weight", "mass", "重量 重 整备质量 净重 自重 体重"),
    Measure("emissions", "排放量", "emissions", "mass", "排放 碳排放 减排 二氧化碳"),
    Measure("area", "面积", "area", "area", "面积 占地 占地面积 建筑面积 总建筑面积 营业面积 展厅"),
    Measure("volume", "容积", "volume", "volume", "容积 体积 容量 后备箱"),
    Measure("temperature", "气温", "temperature", "temperature", "气温 温度 高温 低温 零下"),
    Measure("pressure", "压力", "pressure", "pressure", "压力 强度 抗压"),
    Measure("noise", "噪声", "noise", "level", "噪声 噪音 降噪"),
    Measure("parameters", "参数量", "parameters", "count", "参数 参数量"),
    Measure("rating", "评分", "rating", "score", "评分 得分 打分 豆瓣 口碑 rating score"),
    Measure("page_length", "字数", "length in characters", "=characters", "字 篇幅"),
    # events that are counted
    Measure("visits", "拜访次数", "visits", "=meetings", "拜访 拜访沟通 走访 访谈"),
    Measure("board_meetings", "董事会次数", "board meetings", "=meetings", "董事会"),
    Measure("meetings", "会议次数", "meetings", "=meetings", "会议 讨论会 准备会 座谈会 沟通会 交流会"),
    Measure("views", "浏览量", "views", "count", "浏览量 阅读量 播放量 播放 点击量 浏览 阅读 观看量"),
    Measure("downloads", "下载量", "downloads", "count", "下载量 下载 安装量"),
    Measure("likes", "点赞数", "likes", "count", "点赞 点赞量 获赞"),
    Measure("shares_issued", "股份数", "shares", "=shares", "股 股份 发行"),
    Measure("rank", "排名", "rank", "rank", "排名 排行 位次 名次 位居 位列"),
)  # fmt: skip

# What a change or a place in a ranking adds to the property: revenue_growth, market_share_rank.
SUFFIXES = {
    "growth": ("增长率", "growth"),
    "decline": ("降幅", "decline"),
    "multiple": ("倍数", "multiple"),
    "rank": ("排名", "rank"),
    "share": ("占比", "share"),
    "change": ("变动", "change"),
}


class Unsaid(NamedTuple):
    """The property of a unit (or of a kind of units) when no word says more."""

    unit: str
    property: str
    zh: str
    en: str


UNSAID = (
    Unsaid("persons", "people", "人数", "people"),
    Unsaid("units", "units", "台数", "units"),
    Unsaid("items", "items", "件数", "items"),
    Unsaid("occasions", "occasions", "次数", "occasions"),
    Unsaid("companies", "companies", "企业数", "companies"),
    Unsaid("money", "amount", "金额", "amount of money"),
    Unsaid("share", "share", "比例", "share"),
    Unsaid("multiple", "multiple", "倍数", "multiple"),
    Unsaid("rank", "rank", "排名", "rank"),
    Unsaid("score", "rating", "评分", "rating"),
    Unsaid("length", "length", "长度", "length"),
    Unsaid("speed", "speed", "速度", "speed"),
    Unsaid("area", "area", "面积", "area"),
    Unsaid("volume", "volume", "体积", "volume"),
    Unsaid("mass", "weight", "重量", "weight"),
    Unsaid("energy", "energy", "能量", "energy"),
    Unsaid("charge", "battery_capacity", "电池容量", "battery capacity"),
    Unsaid("power", "power", "功率", "power"),
    Unsaid("data", "data", "数据量", "data"),
    Unsaid("data_rate", "bandwidth", "带宽", "bandwidth"),
    Unsaid("computing", "computing_power", "算力", "computing power"),
    Unsaid("frequency", "frequency", "频率", "frequency"),
    Unsaid("temperature", "temperature", "气温", "temperature"),
    Unsaid("angle", "angle", "度数", "degrees"),
    Unsaid("torque", "torque", "扭矩", "torque"),
    Unsaid("voltage", "voltage", "电压", "voltage"),
    Unsaid("current", "current", "电流", "current"),
    Unsaid("pressure", "pressure", "压强", "pressure"),
    Unsaid("level", "noise", "声级", "noise"),
    Unsaid("resolution", "pixels", "像素", "pixels"),
    Unsaid("brightness", "brightness", "亮度", "brightness"),
    Unsaid("count", "count", "数量", "count"),
)

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
