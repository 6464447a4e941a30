"""Small closed classes of Chinese words that clauses are read by."""


def wordset(text: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(text.split())


# Words before and after a time expression that belong to its phrase.
TIME_BEFORE = wordset(
    "在 于 自 从 自从 到 至 截至 截止 直到 早在 就在 当 每到 到了 直至 始于 是在 而在 刚 自打 等到 截止到 截至到 距 距离 就"
)
TIME_AFTER = wordset(
    "的时候 时候 时 之时 前后 之后 以后 后 前 之前 以来 起 里 中 间 内 末 底 初 期间 以前 当中 之间 来 开始 为止 之际 上"
)

# First words of a clause that connect it to something before.
CONNECTIVES = wordset(
    "后经 后又 而后 尔后 其后 值此 时值 于是 因为 所以 但是 但 而 而且 并 并且 同时 此外 另外 后来 随后 接着 然后 当 因此 不过 然而 况且 何况 其中 "
    "尽管 虽然 虽 虽说 虽是 由于 既然 即使 就算 只是 可是 最终 最后 终于 其实 事实上 实际上 的确 当然 比如 例如 正因如此 首先 其次 "
    "再次 甚至 乃至 以至 并非 与此同时 换言之 由此 为此 对此 从此 结果 一方面 另一方面 随着 更何况 尤其 特别是 说实话 "
    "那么 不仅 不仅如此 不但 还有 以及 此后 之后 此前 之前 此时 至此 期间 也正因如此 也 又 则 便 就 即 且 再 还是 仍 "
    "从而 进而 继而 紧接着 据悉 据了解 据介绍 据报道 数据显示 报道称 值得一提的是 更重要的是 更关键的是 更有趣的是 具体而言 "
    "总之 可见 显然 自此 遂 乃 故 这样 就这样 这次 那时 当时 当年 同年 同期 同日 当日 当天 当月 次年 次日 翌年 是年 同月 起初 最初 一开始 起先"
)

# A clause that begins with one of these prepares another: it names no event of its own.
SUBORDINATE = wordset(
    "为了 为 因为 由于 随着 尽管 虽然 如果 假如 若 要是 倘若 一旦 只要 只有 除非 无论 不管 即使 就算 哪怕 既然 除了 "
    "根据 按照 基于 经过 通过 凭借 凭 面对 面临 对于 关于 至于 围绕 针对 作为 比如 例如 连同 包括 再加上 加上 加之 经 按 以 得益于 受益于 靠着 凭着 依靠 仰仗 受 受困于 受制于 苦于 迫于 鉴于 出于 有感于 借助 依托 当 在 对 与 跟 从 自 距 距离 相比 相较 较 继 自从"
)

# Adverbs and fillers a headline does without.
FILLERS = wordset(
    "曾经 曾 已经 已 也 还 就 都 才 又 再 便 最终 终于 马上 立刻 立即 迅速 随即 一共 总共 共 竟然 居然 果然 其实 "
    "非常 十分 特别 很 极其 极为 相当 比较 颇 有点 几乎 一直 始终 仍然 依然 仍 正在 正 再次 又一次 陆续 先后 相继 逐渐 逐步 "
    "不断 顺便 特地 专程 特意 亲自 反复 完全 彻底 甚至 只 仅 仅仅 只是 旗帜鲜明地 早已 早就 刚刚 刚 恰恰 恰 恰好 尤其 一举 一起 各自 主要 据说 听说 "
    "大约 大概 似乎 显然 当然 的确 确实 无疑 更是 同样 分别 共同 由此 从此 就此 因此 同时 则 即 并 且 所 频频 终 能 会 "
    "于是 然后 随后 后来 接着 此后 当即 即刻 首先 另外 此外 要 却 本人 自己 自身 不得不 亦 均 皆 尚 早 着 了 过 就此 也就 系统地 已然 粗算 居然 全部 专门 再一次 本来 遂 旋即 时任 还要等 还得等 要等到"
)
KEPT_ADVERBS = wordset(
    "一度 首次 正式 全面 重新 重返 联合 连续 累计 第一次 首度 再度 率先 独家 不再 没有 未 不 并未 从未 全资 全额 超额 提前 宣布 主动"
)

FIRST_PERSON_PLURAL = wordset(
    "我和我的同事们 我和同事们 我的同事们 我的同事 我和我的同事 我和团队 我和我的团队 我们团队 我们的团队 我和小伙伴们 我们 咱们 本公司 我司 公司 本集团 集团 本行 我行 本企业 本店 本院 本所"
)
FIRST_PERSON = wordset("我 我本人 本人 我自己 笔者")
THIRD_PERSON = wordset(
    "他 她 它 他们 她们 它们 其 该公司 该集团 这家公司 该行 该企业 两人 二人 双方 后者 前者 这 那 此 该 这家 这款 该产品"
)

# Words that tell a habit, not a step.
HABITS = wordset("总是 总会 每逢 每到 经常 往往 一般 通常 向来 从来 时常 常常 动辄 每当 只要")
# Verbs of remembering and feeling: their objects are no news.
MENTAL = wordset(
    "想起 想到 记得 回忆 怀念 认识 认识到 觉得 以为 感到 感觉 明白 知道 关心 希望 相信 想 喜欢 热爱 担心 理解 意识到 发现 看到 听说 考虑 思考 再也"
)
# Dictionary verbs that companies' texts use as nouns, unless an aspect particle follows.
NOUNS = wordset(
    "培训 获客 团队 收入 服务 管理 经营 运营 设计 教育 营销 零售 供应 消费 竞争 创新 体验 需求 组织 代表 领导 工作 生活 学习 驾驶 业务 智能 调研 决策 监管 理财 "
    "采购 维修 认知 贷款 授信 信贷 存款 编制 建议 意见 批发 外卖 配送 会议 直播间 训练 算法 感知 支付 结算 储备 储能 充电 救援 资本支出 资本开支 营业支出 据点 碳中和 碳达峰 控股股东 控股权 控股公司 参股公司"
)
# Objects that say nothing by themselves: what they stand for comes next.
EMPTY_OBJECTS = wordset("细节 信息 成绩单 答卷 成就 成绩 好消息 消息 数据 一步 话 头衔 局面 转折点 节点 拐点")

# … unless a colon says that it comes at once: 宣布了一个决定：….
ANNOUNCED_OBJECTS = wordset("话 决定 决策 消息 细节 讨论 争论")

# Verbs that hand the action on to what follows them: 指引我们确立…, 帮助公司扭亏.
CAUSATIVES = wordset("指引 帮助 驱动 促使 让 使 使得 推动 令 引导 激励 鼓舞 迫使 促成 带动 倒逼")

# Marks of opinion, rule and generic truth.
OPINIONS = wordset(
    "应该 应当 必须 需要 可以 可能 往往 任何 每个 每一 总是 我认为 我觉得 我相信 认为 觉得 相信 理应 "
    "本质 意味着 所谓 一般 通常 无论 不管 只要 只有 必然 一定 永远 难道 凡是 容易 不能 不可 不应 绝不 不会 能够 希望 "
    "值得 取决于 即可 才能 就能 要么 与其 不如 众所周知 其实 换言之 如何 怎么 为什么 什么 是否 能不能 会不会 理解 建议 标志着 标志 象征着"
)

HYPOTHETICAL = wordset("如果 假如 若 要是 倘若 假使 一旦 假设 若是 倘 要不是 若非 万一")
# Hearsay: what follows is nobody's statement of fact.
RUMOURS = wordset("据传 网传 盛传 传闻 传言 谣传 疑似 坊间 外传 相传 市传 风传 猜测 疑 据说 听说")
DENIED = wordset("否认 辟谣 不实 不属实 并非事实 予以否认 子虚乌有 纯属谣言 谣言 假消息 失实 子虚乌有")
NEGATIONS = wordset("没有 并未 未 从未 不曾 未能 没 尚未 未曾")
PLANS = wordset(
    "计划 拟 打算 准备 承诺 目标 力争 争取 将 即将 将要 规划 拟于 有意 决心 筹备 将于 将在 会 将会 致力于 拟在 欲 冲刺 预计 定于 最快"
)
FORECASTS = wordset("估 预计 预测 有望 预期 估计 料 预料 或将 必将 势必 恐 预估 展望 料将 看好 预示 或")
