"""Words for what companies and people do: which kind of step it is, its category, its weight.

One row, one act: name | category | weight 0–3 | words. The act tells milestones apart (what was
unveiled is not yet delivered); the weight is how much of a milestone such a step usually is.
"""

from typing import NamedTuple


class Action(NamedTuple):
    act: str
    category: str
    weight: int


_ROWS = """
found|founding|3|开张 成立 创立 始创 创设 创办 创建 诞生 建立 始建 注册成立 挂牌成立 创始
open|strategy|2|首航 开航 投入运营 投入使用 投入生产 设厂 建厂 办厂 开业 开店 开幕 落成 落户 揭牌 投运 投用 启用 开园 首店 开办 办起 开出 开 设立 开设 设有 建成 竣工 通车 进驻 剪彩 试营运 重开 通航 复航
build|strategy|2|建成投产 开建 建成 建设 铺筑 修筑 奠基 动工 开工 破土 兴建 在建 扩建 新建 修建 筹建 选址 动土 完工 封顶 扩厂 铺设 架设 合龙 贯通 迁建 改建
list|finance|3|挂牌上市 上柜 登录 上市 IPO 敲钟 登陆 借壳 借壳上市 首次公开发行 首次公开募股 挂牌 招股 递表 过会 分拆上市
delist|finance|3|退市 下柜 下市 私有化 摘牌
acquire|strategy|3|收购 吞并 受让 接管 并购 合并 兼并 入股 控股 参股 吸收合并 买下 全资收购 购并 入主 要约收购 举牌 并入 购得 买断 接手 竞购 拍得 易主 换股
divest|strategy|2|出售 卖给 卖身 剥离 分拆 分割 分立 转让 变卖 售予 拆分 让售 标售 分家 减持 过户 出让 转卖 抛售 清仓 套现 划转 转至
fund|finance|2|抵押 质押 融资 募资 募集 发行 增发 定增 配股 发债 领投 跟投 注资 增资 获投 集资 筹资 募得 筹得 融得 减资 赎回
invest|finance|2|换取 换得 投 认缴 认购 投资 投入 斥资 出资 砸下 拿出 豪掷 拨款 耗资 增持 追加投资
profit|finance|2|实现盈利 盈利 扭亏 扭亏为盈 亏损 营收 获利 创收 赢利 分红 派息 派发 回购 盈亏平衡
debt|finance|2|违约 破产 偿还 重整 清算 濒临破产 资不抵债 倒闭 清盘 逾期 爆雷 暴雷 欠薪 拖欠 停摆 偿清 还清 兑付
unveil|product|3|发布 推出 亮相 问世 面世 首发 揭晓 推向 面市 研制 研制成功 研发成功 开发成功 研发出 开发出 揭幕 首映 造出 上映 首播 首演 创刊 首创 公映 杀青
sale|product|3|商用 开售 发售 开卖 首销 开订 预售 预订 上架
online|product|2|上线 推送 更新 升级 公测 内测 开放 迭代 接入 开通 改版 公测
rolloff|product|3|驶下 下线 发射 升空 首飞 下水
produce|product|2|量产 炼出 试制成功 试制 投产 试产 生产 制造 扩产 达产 出片 流片 投片 供货 送样 复产 并网发电 并网 点火 试车 出铁 出钢 开炉
deliver|product|3|交付 交车 提车 交货 交割
recall|product|2|召回 停产 停售 下架 停更 停运 停工 复工 歇业 关门 停业 打烊 关店 停飞 停航 停驶 减产 关厂 停刊 停播 罢工
trial|product|2|临床 试验 入组 给药 首例 揭盲 试点 试运行 试营业 试飞 试航 试运营
approve|policy|2|获批 批准 核准 注册申请 获准 通过 受理 获证 准予 批复
develop|product|1|研发 开发 打造 自研 研究 攻克 突破性 立项
export|strategy|2|出口 外销 销往 出海
sell|market|2|卖 售出 卖出 销售 热销 畅销 出货 卖掉 售罄 卖光
rank|market|2|蝉联 夺冠 拿下 登顶 跻身 位居 位列 居 排名 名列 稳居 入选 荣获 获得 获评 评为 评选 评出 评选为 列为 认定为 授予 斩获 摘得 问鼎 折桂 赢得 夺得 夺标 获颁 晋级 获奖 夺魁 入围 上榜 登榜 颁发 颁授
reach|market|2|突破 达到 达成 超过 超越 跨过 迈过 首超 增至 升至 达 逾 超 跨越 破 高达 站上 站稳 迈入 攀升至 接近 多达
grow|market|1|增长 增加 上涨 上升 攀升 提高 扩大到 提高到 增加到 提升到 增长到 降低到 翻番 翻倍 提升 扩大 扩展 扩张 翻了一番 翻了两番 翻了一倍 扩展为 演变为 发展为 成长为 拓展 翻了 同比增长 翻 涨 扩充 涨停 回升 反弹 反超 赶超 上调 涨价 提价
fall|market|1|负增长 下降 下跌 下滑 减少 跌 缩水 降至 跌至 缩减 降低 萎缩 暴跌 下挫 蒸发 破发 跌停 跌破 下调 降价 减价
announce|strategy|2|自曝 自爆 承认 宣布 宣告 公布 公告 披露 宣称 官宣 公开
hint|product|1|剧透 曝光 预热 预告 泄露 现身
decide|strategy|2|决定 确立 明确 制定 定下 敲定 选定 拍板 确定 选择 规划 谋划
start|founding|2|重新创业 辞职创业 回国创业 下海创业 开始创业 再次创业 二次创业 白手起家 自立门户
start|strategy|2|启动 开启 开始 起步 着手 展开 发起 实施 推行 试行 开展 推进 试水 首次 推动 踏上 发动 始于
propose|strategy|2|提出 倡导 承诺 呼吁 倡议 建议 递交 提交
enter|strategy|3|进军 进入 布局 入局 挺进 涉足 进驻 踏入 打入 切入 杀入 跨界 入驻 走出
leave|strategy|2|关掉 收掉 退出 关闭 撤出 关停 叫停 终止 放弃 停止 取消 暂停 撤回 告别 撤离 砍掉 中止 下马 告吹 泡汤 撤资 败退 解散 撤销 撤并 脱离
refuse|strategy|2|拒绝 否决 回绝 婉拒 驳回
debate|strategy|1|讨论 商讨 争论 辩论 磋商
turn|strategy|2|转化为 转化成 转变为 蜕变为 转型 整体变更 变更为 转产 公私合营 国有化 改制 重组 改组 改革 整合 转向 重启 回归 调整 升级为 重建 转身 改造 改为 转为 升格 转行 转投 转战 划归 归入 独立出来 收归国有 没收 充公
partner|strategy|2|签署 中标 竞得 签约 合作 联合 携手 牵手 结盟 签订 达成合作 联手 合资 共建 结盟 承包 承建 承接 得标 签下
appoint|organization|2|任命 任 出任 担任 兼任 接任 升任 当选 加盟 加入 入职 上任 履新 聘任 聘请 受聘 执掌 接棒 接班 掌舵 获任 接替 晋升 选为 推选为 推举为 就任 转任 调任 获聘 晋升为 升任为 提拔为 任命为 聘为 选举 推举 推选 委任 选任 选聘 续聘 当上 掌管 挂帅 接掌
resign|organization|2|辞职 解职 罢免 解聘 撤换 请辞 辞任 卸任 离职 退休 去世 逝世 病逝 离任 下台 辞去 离开 免职 免去 出走 离世 过世 与世长辞 辞世 仙逝 殉职 病故 交棒 退居 让位 解任 撤职 停职 病退
staff|organization|2|合并组建 组建 招聘 扩招 裁员 招募 裁撤 裁掉 扩编 扩至 改选 换届 招收 引进 成军 遣散 解雇 辞退 招工 缩编 精简 加薪 降薪
rename|organization|2|更名 改名 迁址 搬迁 迁至 迁到 迁往 内迁 迁入 搬入 搬到 更名为 改名为 改称 易名 定名 迁厂 移往 移至 搬往
sanction|policy|2|重罚 处以 列入 制裁 处罚 罚款 立案 调查 起诉 判决 胜诉 败诉 被罚 刑拘 拘留 逮捕 入狱 被捕 被判 获释 出狱 判刑 羁押 问询 约谈 封禁 查处 诉讼 仲裁 和解 禁令 指控 停牌 复牌 提起公诉 公诉 提告 上诉 裁定 撤诉 认罪 吊销 注销 通缉 自首 获刑 宣判 判处 判令 裁决 开庭 受审 索赔 赔偿 举报 做空 造假 断供 查封 冻结 扣押 罚没 落马 失联 封杀
law|policy|2|出台 颁布 生效 施行 印发 修订 取缔
go|organization|1|赴 前往 来到 抵达 南下 北上 回国 移居 定居 留学 就读 考入 考取 毕业 返回 重返 出国 下海 访问 到访 来访 视察 考察
broadcast|marketing|1|直播 演讲 代言 赞助 发文 播出 拍摄 参展 登上 登台 采访 致辞 发微博 宣传 推广 冠名 走红 刷屏 开播 转发 受邀 制作 记录
gather|community|1|围观 晒 晒出 点赞 评论 分享 参加 举办 邀请 请  召开 举行 出席 到场 带队 主办 承办 聚会 参与 投票 录制 走访 会见 会晤 洽谈
change|market|1|改变 变成 变为 变身 换成
stun|product|2|震撼 震惊 轰动 引爆 颠覆
popular|market|2|随处可见 家喻户晓 供不应求 深入人心 遍地开花 一机难求 一车难求
bring|strategy|2|引入 引进 引资
aid|community|2|奔赴 驰援 支援 援助 捐赠 赠予 赠送 捐款 捐资 资助 捐出 捐献 捐建 援建
spread|external|1|普及 到来 爆发 暴发 袭来 兴起 崛起 蔓延 席卷 流行 复苏 低迷 来临 肆虐 冲击 重创 打击
suffer|market|2|低谷 弯路 遭遇 受损 陷入 没落 衰落 滑坡 崩盘 经历 受挫 失败 遇到 遭受 面临 走弯路 受阻 濒临 落后 困难
record|market|2|打破 创下 刷新
win|market|1|取得 拿到 收官 胜出 超额完成 完成 实现 打赢 领先 取得 击败 打败 战胜 败给
buy|strategy|1|购买 购置 购入 买入 租下 租用 承租
accident|other|2|爆炸 起火 着火 失火 坠毁 坠机 失事 泄漏 停电 瘫痪 坍塌 沉没 出轨 相撞 烧毁 焚毁 炸毁 冲毁 淹没 倒塌 溃坝 决堤 宕机 外泄 入侵 脱轨
tell|other|0|说 显示 表示 称 指出 认为 强调 坦言 透露 回忆 写道 谈到 提到 直言 告诉 回应 坦承 承认 声明 解释
""".strip().splitlines()

ACTIONS: dict[str, Action] = {}
for _row in _ROWS:
    _act, _category, _weight, _words = _row.split("|")
    for _word in _words.split():
        ACTIONS.setdefault(_word, Action(_act, _category, int(_weight)))

# An action word before one of these is part of a noun: 交付量, 发布会, 上市公司.
NOUN_TAILS = frozenset("量额率会期日价数者方商员部队书券权力局院所厅版店")

# Acts that say how another step was taken (宣布收购, 完成交付): the other step counts.
LIGHT = frozenset({"announce", "decide", "start", "win", "tell", "reach", "suffer", "propose"})

# Acts that tell one step from several sides: who announces a move has decided on it and makes it.
FAMILIES = {
    "decide": "commit",
    "announce": "commit",
    "enter": "commit",
    "propose": "propose",
    "tell": "",
    "reach": "",
    "grow": "",
    "start": "start",
}

# Words that say the same: one meaning, one word (several: what the word is made of).
CONCEPTS = {
    "造车": "汽车 进军", "电动汽车": "汽车", "智能汽车": "汽车", "新能源汽车": "汽车", "电动车": "汽车", "轿车": "轿车",
    "销量": "销", "销冠": "销 冠军", "智能": "", "首款": "", "首台": "", "首批": "", "面馆": "面馆", "诞生": "",
}  # fmt: skip
