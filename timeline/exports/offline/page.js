"use strict";
// One page, no library, no markup from strings. Vocabulary: an event has s/e (first and last ordinal
// day), l (lane), i (importance), k (shape), c (classes), m (modality), d (documents), t (other readings).
// The layout repeats the one that drew the static picture: rows by importance, no overlap, badges.
(() => {
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const root = document.documentElement;
root.classList.add("on");
const SVG = "http://www.w3.org/2000/svg";
const DAY = 86400000, EPOCH = 719163; // the ordinal of 1 January 1970
const HEAD = 36, ROW = 24, PAD = 6, GAP = 8, EDGE = 14, STRIP = 62;
const DOT = [7, 10, 13], BAR = [6, 10, 12], SIZE = [11.5, 12.5, 13.5], CUTS = [19, 13, 8], UNCUT = 34;
const events = data.events;
const byId = new Map(events.map((e) => [e.id, e]));
const laneWords = new Map(data.lanes.map(([code, zh, en]) => [code, { zh, en }]));
const laneOrder = data.lanes.map((row) => row[0]);
const article = new Map();
for (const e of events) {
  const node = $(e.id);
  article.set(e.id, node);
  e.hay = `${e.n} ${e.x} ${node ? node.textContent : ""}`.toLowerCase();
}
const state = { from: data.opens[0], to: data.opens[1], level: 1, cats: new Set(), docs: new Set(), q: "", event: "", lang: root.lang === "en" ? "en" : "zh", theme: "" };
const say = (zh, en) => (state.lang === "zh" ? zh : en);
/** When, and whether it is a plan or denied: what the hollow shape says. */
const dated = (e) => [e.z, data.modality[e.m] || []].map((pair) => pair[state.lang === "zh" ? 0 : 1]).filter(Boolean);
const dateOf = (ordinal) => new Date((ordinal - EPOCH) * DAY);
const yearOf = (ordinal) => dateOf(ordinal).getUTCFullYear();
const ordinal = (y, m = 0, d = 1) => { const at = new Date(0); at.setUTCFullYear(y, m, d); return Math.round(at.getTime() / DAY) + EPOCH; };

function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== "") node.setAttribute(key, typeof value === "number" ? Math.round(value * 10) / 10 : value);
  node.append(...children);
  return node;
}
const pen = document.createElement("canvas").getContext("2d");
const family = getComputedStyle(root).getPropertyValue("--sans");
const widths = new Map();
function measure(text, size, bold) {
  const key = `${size}${bold ? "b" : ""}|${text}`;
  if (!widths.has(key)) {
    if (widths.size > 5000) widths.clear();
    pen.font = `${bold ? 700 : 400} ${size}px ${family}`;
    widths.set(key, pen.measureText(text).width * 1.01 + 1);
  }
  return widths.get(key);
}
const crisp = (v) => Math.floor(v) + 0.5;

// ── which events ──────────────────────────────────────────────────────────────────────────────
function fits(e) {
  if (e.i < state.level) return false;
  if (state.cats.size && !state.cats.has(e.l)) return false;
  if (state.docs.size && !e.d.some((d) => state.docs.has(d))) return false;
  return !state.q || state.q.toLowerCase().split(/\s+/).every((word) => e.hay.includes(word));
}
const start = (e) => (e.s === null ? -1e9 : e.s);
const end = (e) => (e.e === null ? 1e9 : e.e + 1);
const inside = (e) => end(e) > state.from && start(e) < state.to;

// ── layout ────────────────────────────────────────────────────────────────────────────────────
function scale(width) {
  const per = width / (state.to - state.from);
  return { per, width, x: (day) => Math.min(Math.max((day - state.from) * per, 0), width), years: (state.to - state.from) / 365.25 };
}
function extent(from, to, kind, height, over) {
  let x0 = over.x(from), x1 = over.x(to);
  const least = kind === "dot" ? height : 7 * (kind === "fade" ? 2.4 : 1);
  if (kind === "dot" || x1 - x0 < least) {
    let middle = kind === "dot" || kind === "fade" ? (x0 + x1) / 2 : x0 + least / 2;
    middle = Math.min(Math.max(middle, least / 2), over.width - least / 2);
    x0 = middle - least / 2; x1 = middle + least / 2;
  }
  return [x0, x1];
}
function mark(e, over) {
  const height = (e.k === "dot" ? DOT : BAR)[e.i - 1];
  const [x0, x1] = extent(start(e), end(e), e.k, height, over);
  const classes = e.c.split(" ");
  const plan = ["plan", "forecast", "hypothetical"].includes(e.m);
  const goal = e.k === "range" && plan && end(e) <= state.to;
  const margin = classes.includes("agreed") ? 3 : 0;
  const twins = e.t.filter(([a, b]) => b >= state.from && a < state.to).map(([a, b]) => extent(a, b + 1, "band", height, over));
  const left = Math.min(x0 - margin, ...twins.map((t) => t[0]));
  const right = Math.max(x1 + Math.max(margin, goal ? height / 2 : 0), ...twins.map((t) => t[1]));
  return { e, x0, x1, height, classes, plan, goal, twins, left: Math.max(left, 0), right: Math.min(right, over.width), opensLeft: start(e) < state.from, opensRight: end(e) > state.to };
}
const WHOLE = /[0-9A-Za-z](?:[0-9A-Za-z%+]|[.,:\/'’-](?=[0-9A-Za-z]))*[十百千万亿%]*/gu;

/** At most the first `end` letters, and …; no number is torn from its 万, no Latin word in two. */
function shortened(letters, end) {
  const text = letters.join("");
  let cut = letters.slice(0, end).join("").length;
  const begin = Math.max(0, cut - 24);
  for (const whole of text.slice(begin, cut + 24).matchAll(WHOLE)) {
    const start = begin + whole.index;
    if (start < cut && cut < start + whole[0].length) {
      if (start > Math.max(begin, Math.floor(cut / 2))) cut = start;
      break;
    }
  }
  return text.slice(0, cut).replace(/[ \u00a0，,、；;（(：:“「第]+$/, "") + "…";
}

function cut(text, longest, size, bold) {
  if (measure(text, size, bold) <= longest) return text;
  const letters = [...text];
  let low = 0, high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(letters.slice(0, middle).join("") + "…", size, bold) <= longest) low = middle; else high = middle - 1;
  }
  return shortened(letters, low);
}
function fillLane(items, over, cap, zoomed, budget) {
  const rows = [], placed = [], bare = [];
  const milestones = items.filter((e) => e.i === 3).length;
  const extra = milestones <= 4 * cap ? 2 : 0;
  const free = (row, a, b) => row.every(([c, d]) => b <= c || a >= d);
  const find = (a, b, breath) => rows.findIndex((row) => free(row, a - breath, b + breath));
  const mayOpen = (e) => e.i >= 2 || zoomed || !rows.length;
  const settle = (m, row, a, b, label) => { rows[row].push([a, b]); placed.push(Object.assign(m, { row, hit: [a, b], label })); return true; };
  const labelled = (m) => {
    const { e } = m, size = SIZE[e.i - 1], bold = e.i === 3;
    const suffix = [data.modality[e.m] ? data.modality[e.m][state.lang === "zh" ? 0 : 1] : "", e.f & 1 ? "✎" : ""].filter(Boolean).join(" ");
    const sign = m.classes.includes("conflicting") ? "≠" : "";
    for (const ems of bold ? CUTS : CUTS.slice(0, 1)) {
      const text = cut(e.n, Math.min(ems * size, over.width * 0.45), size, bold);
      const room = measure(sign ? `${sign}\u00a0${text}` : text, size, bold) + (suffix ? measure(` ${suffix}`, size, false) : 0);
      const spans = [[m.left, m.right + GAP + room, "right"], [m.left - GAP - room, m.right, "left"]].filter(([a, b]) => a >= 0 && b <= over.width);
      for (const [a, b, side] of spans) {
        const row = find(a, b, GAP * 1.75);
        if (row >= 0) return settle(m, row, a, b, { text, sign, suffix, size, bold, side, x: side === "right" ? b - room : a + room });
      }
      if (spans.length && mayOpen(e) && rows.length < cap + (bold ? extra : 0)) {
        const [a, b, side] = spans[0];
        rows.push([]);
        return settle(m, rows.length - 1, a, b, { text, sign, suffix, size, bold, side, x: side === "right" ? b - room : a + room });
      }
      if (m.x1 - m.x0 >= room && ["band", "range", "fade"].includes(e.k) && !m.twins.length) {
        let row = find(m.left, m.right, GAP / 2);
        if (row < 0 && mayOpen(e) && rows.length < cap) row = rows.push([]) - 1;
        if (row >= 0) return settle(m, row, m.left, m.right, { text, sign, suffix, size, bold, side: "over", x: m.left });
      }
    }
    return false;
  };
  for (const e of items.slice(0, budget)) { const m = mark(e, over); if (!labelled(m)) bare.push(m); }
  if (items.length <= budget) for (const m of bare) {
    let row = find(m.left, m.right, GAP * 1.25);
    if (row < 0 && rows.length < (mayOpen(m.e) ? cap + (m.e.i === 3 ? extra : 0) : 1)) row = rows.push([]) - 1;
    if (row >= 0) settle(m, row, m.left, m.right, null);
  }
  // A name that was cut stands in full where its row has the room left over.
  for (const m of placed) {
    const l = m.label, [a, b] = m.hit;
    if (!l || l.side === "over" || !l.text.endsWith("…")) continue;
    const text = cut(m.e.n, Math.min(UNCUT * l.size, over.width * 0.45), l.size, l.bold), right = l.side === "right";
    const more = measure(text, l.size, l.bold) - measure(l.text, l.size, l.bold);
    const [c, d] = right ? [b, b + more] : [a - more, a], breath = GAP * 1.75;
    if (text.endsWith("…") || c < 0 || d > over.width || !free(rows[m.row], right ? c : c - breath, right ? d + breath : d)) continue;
    rows[m.row].push([c, d]);
    m.hit = [Math.min(a, c), Math.max(b, d)];
    l.text = text;
  }
  const drawn = new Set(placed.map((m) => m.e.id));
  return { placed, rows: Math.max(rows.length, 1), hidden: items.filter((e) => !drawn.has(e.id)) };
}
function checksum(text) { let sum = 7; for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 999983; return sum; }
function layout(items, width) {
  const over = scale(width), zoomed = over.years <= 12, lanes = [];
  let top = 0;
  const few = new Set(items.map((e) => e.l)).size, share = few <= 4 ? Math.min(Math.floor(28 / Math.max(few, 1)), 14) : 0;
  for (const key of laneOrder) {
    const own = items.filter((e) => e.l === key);
    if (!own.length) continue;
    const crowded = own.length > 60;
    own.sort((a, b) => b.i - a.i || (b.f & 2) - (a.f & 2) || b.d.length - a.d.length || a.p - b.p || (crowded ? checksum(a.id) - checksum(b.id) : start(a) - start(b) || end(a) - end(b)) || (a.id < b.id ? -1 : 1));
    const heavy = own.slice(0, 10).filter((e) => e.i >= 2).length;
    const cap = Math.max((key === "external" || key === "other" ? 2 : 3 + (heavy >= 6) + (heavy >= 9)) + (over.years <= 3.01 ? 5 : zoomed ? 2 : 0), share);
    const budget = items.length <= 400 ? 10000 : Math.max(cap * 24, 75);
    const { placed, rows, hidden } = fillLane(own, over, cap, zoomed || few <= 4, budget);
    const badges = hidden.length > 8 ? bundle(hidden, over) : [];
    const height = (rows + (badges.length ? 1 : 0)) * ROW + 2 * PAD;
    lanes.push({ key, top, height, rows, placed, hidden, badges, total: own.length });
    top += height;
  }
  return { over, lanes, height: top, zoomed };
}
function bundle(hidden, over) {
  const months = (state.to - state.from) / 30.4, most = Math.max(1, Math.floor(over.width / 30));
  const step = [1, 3, 6, 12].find((s) => months / s <= most) || 12 * Math.ceil(months / 12 / most);
  const cells = new Map();
  for (const e of hidden) {
    const at = dateOf(Math.max(start(e), state.from)), cell = Math.floor((at.getUTCFullYear() * 12 + at.getUTCMonth()) / step);
    cells.set(cell, (cells.get(cell) || 0) + 1);
  }
  return [...cells].sort((a, b) => a[0] - b[0]).map(([cell, n]) => {
    const day = (i) => ordinal(Math.floor(i / 12), i % 12);
    return { n, from: Math.max(day(cell * step), state.from), to: Math.min(day((cell + 1) * step), state.to) };
  });
}
function ticks(over, lang) {
  const made = [], first = dateOf(state.from), last = dateOf(state.to - 1), zh = lang === "zh";
  const y0 = first.getUTCFullYear(), y1 = last.getUTCFullYear();
  if (over.years > 12) {
    const per = 365.25 * over.per, room = measure("0000", 12.5, true) + 9, strong = [5, 10, 20, 50, 100, 200, 500, 1000].find((s) => s * per >= room) || 1000;
    const step = per >= 6 || strong === 5 ? 1 : strong / 5;
    for (let y = y0; y <= y1; y++) if (y % strong === 0 || y % step === 0) made.push({ x: over.x(ordinal(y)), text: y % strong === 0 ? `${y}` : per >= room && strong === 5 ? String(y % 100).padStart(2, "0") : "", major: y % strong === 0, row: 0 });
    return keep(made, over);
  }
  const months = [];
  for (let i = y0 * 12 + first.getUTCMonth(); i <= y1 * 12 + last.getUTCMonth(); i++) months.push([Math.floor(i / 12), i % 12, Math.max(ordinal(Math.floor(i / 12), i % 12), state.from)]);
  const noJanuary = months.every((m) => m[1] !== 0);
  const names = zh ? Array.from({ length: 12 }, (_, m) => `${m + 1}月`) : ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const days = state.to - state.from, room = 30.4 * over.per - 8;
  const short = Math.max(...names.map((n) => measure(n, 12, false))) > room;
  const every = short && measure("12", 12, false) > room ? 3 : 1;
  for (const [year, month, day] of months) {
    if (month === 0 || !made.length) made.push({ x: over.x(day), text: days <= 62 ? (zh ? `${year}年${month + 1}月` : `${names[month]} ${year}`) : `${year}${zh && over.years <= 3 ? "年" : ""}`, major: month === 0 || noJanuary || days <= 62, row: 0 });
    else if (days <= 62) made.push({ x: over.x(day), text: zh ? `${year}年${month + 1}月` : `${names[month]} ${year}`, major: true, row: 0 });
    if (days > 62 && (over.years <= 3 || month % 3 === 0)) made.push({ x: over.x(day), text: over.years <= 3 && month % every === 0 ? (short && every === 1 ? String(month + 1) : names[month]) : "", major: false, row: 1 });
  }
  if (days <= 62) for (let d = state.from; d < state.to; d++) made.push({ x: over.x(d), text: String(dateOf(d).getUTCDate()), major: false, row: 1 });
  return keep(made, over);
}
function keep(made, over) {
  const taken = [];
  for (const tick of [...made].sort((a, b) => b.major - a.major || a.x - b.x)) {
    if (!tick.text) continue;
    const x1 = tick.x + 8 + measure(tick.text, tick.major ? 12.5 : 11.5, tick.major);
    if (x1 - 4 > over.width + 12 || taken.some(([row, a, b]) => row === tick.row && tick.x < b && x1 > a)) tick.text = "";
    else taken.push([tick.row, tick.x, x1]);
  }
  return made;
}

// ── drawing ───────────────────────────────────────────────────────────────────────────────────
const text = (x, y, size, words, attributes = {}) => svg("text", { x, y: y + size * 0.36, "font-size": size, ...attributes }, words);
const line = (x0, y0, x1, y1, cls) => svg("path", { d: `M${x0} ${y0}L${x1} ${y1}`, class: cls });
const box = (x0, y0, x1, y1, cls) => svg("rect", { x: crisp(x0), y: crisp(y0), width: Math.max(crisp(x1) - crisp(x0), 1), height: Math.max(crisp(y1) - crisp(y0), 1), class: cls });
function shape(m, y, thin) {
  const { e, x0, x1 } = m, half = thin ? 2 : m.height / 2, parts = [], dotted = e.m === "hypothetical";
  if (e.k === "dot") parts.push(svg("circle", { cx: (x0 + x1) / 2, cy: y, r: m.height / 2, class: m.plan ? "open" : "solid" }));
  else if (e.k === "range") {
    const stop = thin ? 3 : Math.max(half, 3);
    parts.push(line(x0, y, x1 - (m.goal ? 5 : 0), y, dotted ? "dots" : "line"));
    parts.push(m.opensLeft ? svg("path", { d: `M${x0 + 7} ${y - 4}L${x0} ${y}L${x0 + 7} ${y + 4}Z`, class: "solid" }) : line(x0 + 0.5, y - stop, x0 + 0.5, y + stop, "stop"));
    if (m.opensRight) parts.push(svg("path", { d: `M${x1 - 7} ${y - 4}L${x1} ${y}L${x1 - 7} ${y + 4}Z`, class: "solid" }));
    else parts.push(m.goal ? svg("path", { d: `M${x1} ${y - 6}L${x1 + 6} ${y}L${x1} ${y + 6}L${x1 - 6} ${y}Z`, class: "open" }) : line(x1 - 0.5, y - stop, x1 - 0.5, y + stop, "stop"));
  } else if (e.k === "fade" && !m.plan) {
    const reach = Math.min(26, (x1 - x0) / 2), part = reach / 7;
    for (let i = 0; i < 7; i++) for (const x of [x0 + i * part, x1 - (i + 1) * part]) parts.push(svg("rect", { x, y: y - half, width: part, height: half * 2, class: "solid", "fill-opacity": String(0.06 + 0.098 * i) }));
    if (x1 - x0 > 2 * reach) parts.push(svg("rect", { x: x0 + reach, y: y - half, width: x1 - x0 - 2 * reach, height: half * 2, class: "solid", "fill-opacity": "0.65" }));
  } else parts.push(box(x0, y - half, x1, y + half, dotted ? "dots" : m.plan ? "open" : e.k === "bar" ? "solid" : "band"));
  if (m.classes.includes("agreed")) parts.push(e.k === "dot" ? svg("circle", { cx: (x0 + x1) / 2, cy: y, r: m.height / 2 + 3, class: "ring" }) : box(Math.max(x0 - 3, 0), y - half - 3, x1 + 3, y + half + 3, "ring"));
  if (e.m === "denied") { const x = (x0 + x1) / 2; parts.push(svg("path", { d: `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`, class: "stop" })); }
  for (const [a, b] of m.twins) {
    parts.push(box(a, y - m.height / 2, b, y + m.height / 2, "dots"));
    if (b < x0) parts.push(line(b, y, x0, y, "dots")); else if (a > x1) parts.push(line(x1, y, a, y, "dots"));
  }
  return svg("g", { class: `m ${e.l === "external" ? "ext" : ""} ${e.c}` }, ...parts);
}
function group(m, top) {
  const { e, label } = m, y0 = top + m.row * ROW, over = label && label.side === "over";
  const y = y0 + ROW * (over ? 0.78 : 0.5), [a, b] = m.hit;
  const g = svg("g", { class: "g", "data-id": e.id, tabindex: -1, role: "button", "aria-label": [e.n, ...dated(e)].join(", ") },
    svg("rect", { class: "hi", x: a - 6, y: y0 + 1, width: b - a + 12, height: ROW - 3 }), svg("path", { class: "under", d: `M${a - 6} ${y0 + ROW - 2}L${b + 6} ${y0 + ROW - 2}` }),
    shape(m, y, over), svg("rect", { x: a, y: y0, width: b - a, height: ROW, fill: "none", "pointer-events": "all" }),
    svg("title", {}, `${e.n}\n${dated(e).join(say("，", ", "))}`));
  if (label) {
    const words = text(label.x, y0 + ROW * (over ? 0.38 : 0.5), label.size, "", { class: `t${e.i} ${label.bold ? "b" : ""}`, "text-anchor": label.side === "left" ? "end" : null });
    if (label.sign) words.append(svg("tspan", { class: "sign" }, `${label.sign}\u00a0`));
    words.append(label.text);
    if (label.suffix) words.append(svg("tspan", { class: "q3", "font-weight": "400" }, `\u00a0${label.suffix}`));
    g.append(words);
  }
  return g;
}
let made = null, gutter = 92;
function draw() {
  const chart = $("chart"), full = paper || Math.max(chart.clientWidth || 990, 640);
  const items = events.filter((e) => fits(e) && inside(e));
  const present = laneOrder.filter((key) => items.some((e) => e.l === key));
  gutter = Math.round(Math.max(92, ...present.map((key) => measure(laneWords.get(key)[state.lang], 13, true) + 56)));
  const width = full - gutter - EDGE;
  made = layout(items, width);
  const { over, lanes, zoomed } = made, bottom = HEAD + made.height;
  const parts = [], marks = [];
  const all = ticks(over, state.lang), two = all.some((t) => t.row && t.text);
  for (const t of all) {
    const fine = zoomed && !t.major;
    parts.push(line(crisp(t.x), HEAD, crisp(t.x), fine ? HEAD + (t.row && state.to - state.from <= 62 ? 4 : 6) : bottom, fine ? "minor" : t.major && !zoomed ? "rule" : "rule2"));
    if (t.text) parts.push(text(t.x + 4, t.row ? HEAD - 10 : HEAD - (two ? 27 : 17), t.major ? 12.5 : 11.5, t.text, { class: t.major ? "b" : two ? "q2" : "q3" }));
  }
  parts.push(line(0, HEAD + 0.5, width, HEAD + 0.5, "axis"));
  lanes.forEach((lane, index) => {
    const top = HEAD + lane.top;
    if (index) parts.push(line(-gutter, crisp(top), width, crisp(top), "rule"));
    const drawn = lane.placed.length, words = text(-gutter, top + PAD + ROW / 2, 13, "", { class: "b" });
    words.append(laneWords.get(lane.key)[state.lang], svg("tspan", { class: "q2", "font-weight": "400", "font-size": 11.5 }, `\u00a0\u00a0${drawn === lane.total ? drawn : `${drawn}/${lane.total}`}`));
    parts.push(svg("g", { class: "lane", "data-lane": lane.key }, words, svg("rect", { x: -gutter, y: top + PAD, width: gutter - 8, height: ROW, fill: "none", "pointer-events": "all" }, svg("title", {}, say("只看这一类，再点一次看全部", "Show this category alone; click again for all")))));
    for (const m of lane.placed) marks.push([m, top + PAD]);
    const y = top + PAD + (lane.rows + 0.5) * ROW;
    for (const badge of lane.badges) {
      const x0 = over.x(badge.from) + 1, x1 = Math.max(over.x(badge.to) - 1, x0 + 2);
      parts.push(svg("g", { class: "badge", "data-from": badge.from, "data-to": badge.to, "data-lane": lane.key }, svg("rect", { x: x0, y: y - 8, width: x1 - x0, height: 16 }), x1 - x0 > measure(String(badge.n), 11.5, false) ? text((x0 + x1) / 2, y, 11.5, String(badge.n), { "text-anchor": "middle" }) : "", svg("title", {}, say(`${badge.n} 件，点开看`, `${badge.n} events: click to zoom`))));
    }
  });
  for (const [m, top] of marks) parts.push(group(m, top));
  const stripTop = bottom + 22;
  parts.push(strip(width, stripTop), text(-gutter, stripTop + STRIP - 12, 12, say("每年件数", "Per year"), { class: "q2" }));
  const height = stripTop + STRIP + 26;
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : "";
  chart.replaceChildren(svg("svg", { viewBox: `${-gutter} 0 ${full} ${Math.round(height)}`, role: "group", "aria-label": say("时间线，方向键移动，回车打开", "Timeline: arrow keys move, Enter opens") }, ...parts));
  order = marks.map(([m]) => m).sort((a, b) => start(a.e) - start(b.e) || end(a.e) - end(b.e));
  const groups = chart.querySelectorAll(".g");
  groups.forEach((g) => g.classList.toggle("chosen", g.dataset.id === state.event));
  const stop = chart.querySelector(`.g[data-id="${CSS.escape(focused || state.event || "")}"]`) || (order[0] && chart.querySelector(`.g[data-id="${CSS.escape(order[0].e.id)}"]`));
  if (stop) { stop.setAttribute("tabindex", "0"); if (focused) stop.focus(); }
  sentence(items);
}
let order = [];
function strip(width, top) {
  const g = svg("g", { class: "strip" }), y0 = data.years[0], y1 = data.years[1], a = ordinal(y0), per = width / (ordinal(y1 + 1) - a);
  const x = (day) => Math.min(Math.max((day - a) * per, 0), width), base = top + STRIP, counts = new Map();
  for (const e of events) if (fits(e)) { const y = yearOf(e.s === null ? e.e : e.s); counts.set(y, (counts.get(y) || 0) + 1); }
  const most = Math.max(1, ...counts.values());
  const step = 365 * per >= 37 ? 1 : 365 * per * 5 >= 37 ? 5 : 10;
  for (let y = y0; y <= y1; y++) {
    const x0 = x(ordinal(y)), x1 = x(ordinal(y + 1)), n = counts.get(y) || 0, h = n ? Math.max((STRIP - 18) * n / most, 1.5) : 0, gap = Math.min(2.5, (x1 - x0) * 0.1);
    const col = svg("g", { class: "col", "data-year": y }, svg("rect", { class: "pale", x: x0, y: top, width: x1 - x0, height: STRIP + 20 }), svg("title", {}, `${y}: ${n}`));
    if (n) col.append(svg("rect", { class: `bar ${ordinal(y + 1) > state.from && ordinal(y) < state.to ? "" : "out"}`, x: x0 + gap, y: base - h, width: x1 - x0 - 2 * gap, height: h }));
    if (n && x1 - x0 >= measure(String(n), 11, false)) col.append(text((x0 + x1) / 2, base - h - 8, 11, String(n), { "text-anchor": "middle", class: "q2" }));
    if (y % step === 0) col.append(text((x0 + x1) / 2, base + 12, 11, y % 5 === 0 || step > 1 ? String(y) : String(y % 100).padStart(2, "0"), { "text-anchor": "middle", class: y % 5 === 0 ? "" : "q3" }));
    g.append(col);
  }
  g.append(line(0, crisp(base), width, crisp(base), "minor"));
  if (state.from > data.first || state.to < data.last) g.append(svg("rect", { class: "window", x: x(state.from), y: top - 2, width: Math.max(x(state.to) - x(state.from), 2), height: STRIP + 2 }));
  return g;
}
function sentence(items) {
  const documents = new Set(items.flatMap((e) => e.d)).size, conflicts = items.filter((e) => e.c.includes("conflicting")).length;
  const hidden = events.filter(fits).length - items.length, y0 = yearOf(state.from), y1 = yearOf(state.to - 1);
  const whole = state.from === ordinal(y0) && state.to === ordinal(y1 + 1), month = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });
  const end = (day) => whole ? `${yearOf(day)}` : say(`${yearOf(day)}年${dateOf(day).getUTCMonth() + 1}月`, `${month.format(dateOf(day))} ${yearOf(day)}`);
  const years = [...new Set([end(state.from), end(state.to - 1)])].join(say("—", "–"));
  $("sentence").textContent = say(
    `${years}${whole ? " 年" : ""}，${items.length} 件事，来自 ${documents} 份文档${conflicts ? `；其中 ${conflicts} 件互相矛盾` : ""}${hidden ? `，另有 ${hidden} 件在此之外` : ""}`,
    `${years}: ${items.length} event${items.length === 1 ? "" : "s"} from ${documents} document${documents === 1 ? "" : "s"}${conflicts ? `; ${conflicts} conflict` : ""}${hidden ? `, ${hidden} outside these years` : ""}`);
  if (data.left) $("sentence").textContent += say(`；${data.left} 件次要的事未收入此页`, `; ${data.left} less important events are not on this page`);
  let any = false;
  const shown = new Set(items.map((e) => e.id));
  for (const [id, node] of article) if (node) { node.hidden = !shown.has(id); any = any || shown.has(id); }
  document.querySelectorAll("#list .year").forEach((year) => { year.hidden = !year.querySelector(".event:not([hidden])"); });
  const none = document.querySelector("#list .none"); if (none) none.hidden = any;
}

// ── drawer ────────────────────────────────────────────────────────────────────────────────────
let opener = null;
function open(id, focus = true) {
  const e = byId.get(id), node = article.get(id), drawer = $("drawer");
  document.querySelectorAll(".event.chosen").forEach((other) => other.classList.remove("chosen"));
  state.event = e ? id : "";
  document.querySelector(".columns").classList.toggle("open", Boolean(e));
  drawer.hidden = !e;
  if (e && node) {
    node.classList.add("chosen");
    const close = el("button", { class: "plain", "aria-label": say("关闭", "Close") }, "✕");
    close.addEventListener("click", () => open(""));
    const words = laneWords.get(e.l), level = "●".repeat(e.i) + "○".repeat(3 - e.i);
    const h2 = el("h2", { tabindex: "-1", lang: node.querySelector(".name").lang }, node.querySelector(".name").textContent);
    const more = node.querySelector(".more").cloneNode(true), status = node.querySelector(".status").cloneNode(true);
    const copy = el("button", { class: "button" }, say("复制引用", "Copy citation"));
    copy.addEventListener("click", () => clip(citation(node), copy));
    const link = el("button", { class: "button" }, say("复制链接", "Copy link"));
    link.addEventListener("click", () => clip(location.href, link));
    drawer.replaceChildren(el("div", { class: "top" }, el("span", {}, `${words[state.lang]}　${level} ${data.levels[e.i][state.lang === "zh" ? 0 : 1]}`), close), h2, el("p", { class: "day" }, dated(e).join(say("，", ", ")), el("span", { class: "precision" }, (data.precision[e.r] || ["", ""])[state.lang === "zh" ? 0 : 1])), more, el("p", { class: `when ${e.c}` }, status), el("div", { class: "buttons" }, copy, link));
    if (focus && drawer.offsetParent) h2.focus({ preventScroll: false });
  }
  drawIfResized(); save();
}
function citation(node) {
  const quote = node.querySelector("mark"), source = node.querySelector(".source");
  return `${say("「", "“")}${quote ? quote.textContent : node.querySelector(".name").textContent}${say("」", "”")} ${source ? visible(source) : ""}`.trim();
}
const visible = (node) => node.textContent.replace(/\s+/g, " ");
let spoken = root.lang === "en" ? "en" : "zh";
function speak() {
  root.lang = state.lang === "zh" ? "zh-Hans" : "en";
  $("lang").lang = state.lang === "zh" ? "en" : "zh-Hans";
  if (spoken === state.lang) return;
  spoken = state.lang;
  const which = spoken === "zh" ? 0 : 1;
  document.querySelectorAll("[data-w]").forEach((node) => { node.textContent = data.words[node.dataset.w][which]; });
}
function clip(words, button) {
  const done = () => { button.textContent = say("已复制", "Copied"); };
  const old = () => { const area = el("textarea"); area.value = words; document.body.append(area); area.select(); document.execCommand("copy"); area.remove(); done(); };
  if (navigator.clipboard) navigator.clipboard.writeText(words).then(done, old); else old();
}
const PAPER = 860; // px: on an upright A4 sheet the labels are then 8 points high
let drawnWidth = -1, paper = 0;
function drawIfResized() { const width = $("chart").clientWidth; if (width !== drawnWidth) { drawnWidth = width; draw(); } else document.querySelectorAll("#chart .g").forEach((g) => g.classList.toggle("chosen", g.dataset.id === state.event)); }

// ── presentation ──────────────────────────────────────────────────────────────────────────────
let slides = [], slide = 0, wentFull = false;
function present() {
  const chosen = events.filter((e) => fits(e) && inside(e)).sort((a, b) => start(a) - start(b) || end(a) - end(b));
  for (const level of [3, 2, 1]) { slides = chosen.filter((e) => e.i >= level); if (slides.length >= Math.min(3, chosen.length)) break; }
  if (!slides.length) return;
  const at = slides.findIndex((e) => e.id === state.event);
  $("show").showModal();
  wentFull = Boolean(root.requestFullscreen);
  if (wentFull) root.requestFullscreen().catch(() => {});
  step(at < 0 ? 0 : at);
}
function step(to) {
  slide = Math.min(Math.max(to, 0), slides.length - 1);
  const e = slides[slide], node = article.get(e.id), show = $("show");
  const close = el("button", { class: "plain" }, say("退出 Esc", "Leave: Esc"));
  close.addEventListener("click", () => show.close());
  const conflict = e.c.includes("conflicting") ? [el("span", { class: "sign" }, "≠ ")] : [];
  const axis = svg("svg", { viewBox: "0 0 1000 64", preserveAspectRatio: "none", "aria-hidden": "true" }), a = ordinal(data.years[0]), b = ordinal(data.years[1] + 1);
  slides.forEach((other, index) => { const x = Math.min(Math.max(((start(other) + Math.min(end(other), b)) / 2 - a) / (b - a), 0), 1) * 1000; axis.append(svg("path", { class: index === slide ? "tick now" : "tick", d: `M${x} ${index === slide ? 4 : 20}V44`, "vector-effect": "non-scaling-stroke" })); });
  axis.append(svg("path", { d: "M0 44H1000", class: "tick", "vector-effect": "non-scaling-stroke" }));
  const quote = node.querySelector("blockquote"), source = node.querySelector(".source"), name = node.querySelector(".name");
  show.setAttribute("aria-label", name.textContent);
  show.replaceChildren(el("div", { class: "count" }, el("span", {}, `${slide + 1} / ${slides.length}`), close),
    el("div", { class: "when", "aria-live": "polite" }, dated(e).join(say("，", ", "))), el("h2", { lang: name.lang }, ...conflict, name.textContent),
    ...(quote ? [quote.cloneNode(true)] : []), ...(source ? [source.cloneNode(true)] : []), axis, el("div", { class: "ends" }, el("span", {}, `${data.years[0]}`), el("span", {}, `${data.years[1]}`)));
  state.event = e.id;
}
$("show").addEventListener("keydown", (event) => {
  const moves = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1 };
  if (event.target.closest("button") && (event.key === " " || event.key === "Enter")) return;
  if (event.key in moves) { event.preventDefault(); step(slide + moves[event.key]); }
  else if (event.key === "Home") step(0); else if (event.key === "End") step(slides.length - 1);
  event.stopPropagation();
});
$("show").addEventListener("close", () => { if (wentFull && document.fullscreenElement) document.exitFullscreen(); open(state.event, false); $("present").focus(); });
document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement && $("show").open && wentFull) $("show").close(); });

// ── zoom, filters, address ────────────────────────────────────────────────────────────────────
function window_(from, to) {
  const least = 14, whole = [data.first, data.last];
  if (to - from < least) { const middle = (from + to) / 2; from = middle - least / 2; to = middle + least / 2; }
  const span = Math.min(to - from, whole[1] - whole[0]);
  from = Math.round(Math.min(Math.max(from, whole[0]), whole[1] - span));
  state.from = from; state.to = Math.round(from + span);
  refresh();
}
function zoom(factor, at = (state.from + state.to) / 2) { window_(at - (at - state.from) * factor, at + (state.to - at) * factor); }
function refresh() { controls(); drawnWidth = $("chart").clientWidth; draw(); save(); }
function save() {
  const parts = new URLSearchParams(), day = (o) => dateOf(o).toISOString().slice(0, 10);
  if (state.from !== data.opens[0] || state.to !== data.opens[1]) parts.set("y", `${day(state.from)}/${day(state.to - 1)}`);
  if (state.level > 1) parts.set("i", state.level);
  if (state.cats.size) parts.set("c", [...state.cats].join("."));
  if (state.docs.size) parts.set("d", [...state.docs].join("."));
  if (state.q) parts.set("q", state.q);
  if (state.event) parts.set("e", state.event);
  if (state.theme) parts.set("t", state.theme);
  parts.set("l", state.lang);
  const hash = `#${parts}`;
  if (location.hash !== hash) try { history.replaceState(null, "", hash); } catch { location.hash = hash; }
}
function load() {
  const parts = new URLSearchParams(location.hash.slice(1)), days = (parts.get("y") || "").split("/").map((d) => Math.round(Date.parse(`${d}T00:00:00Z`) / DAY) + EPOCH);
  if (days.length === 2 && days.every(Number.isFinite)) { state.from = Math.max(days[0], data.first); state.to = Math.min(days[1] + 1, data.last); if (state.to <= state.from) [state.from, state.to] = data.opens; } else [state.from, state.to] = data.opens;
  state.level = Math.min(Math.max(Number(parts.get("i")) || 1, 1), 3);
  state.cats = new Set((parts.get("c") || "").split(".").filter((c) => laneWords.has(c)));
  state.docs = new Set((parts.get("d") || "").split(".").filter((d) => d !== "" && data.documents[d]).map(Number));
  state.q = (parts.get("q") || "").slice(0, 200);
  if (["zh", "en"].includes(parts.get("l"))) state.lang = parts.get("l");
  if (["light", "dark"].includes(parts.get("t"))) state.theme = parts.get("t");
  state.event = byId.has(parts.get("e")) ? parts.get("e") : "";
}
function controls() {
  // As in the dashboard: all, the years that the page opens on, and of their decades those in which events begin.
  const [y0, y1] = [yearOf(data.opens[0]), yearOf(data.opens[1] - 1)], shown = [data.years];
  if (y0 !== data.years[0] || y1 !== data.years[1]) shown.push([y0, y1]);
  const told = new Set(events.filter((e) => e.s !== null).map((e) => yearOf(e.s) - (yearOf(e.s) % 10)));
  const decades = [...told].sort((a, b) => a - b).map((y) => [Math.max(y, y0), Math.min(y + 9, y1)]).filter(([a, b]) => a <= b);
  if (decades.length > 1 && decades.length < 5) shown.push(...decades);
  $("years").replaceChildren(...shown.map(([a, b], index) => {
    const from = index ? ordinal(a) : data.first, to = index ? ordinal(b + 1) : data.last;
    const button = el("button", { "aria-pressed": String(state.from === from && state.to === to) }, index ? (a === b ? `${a}` : `${a}${say("—", "–")}${b}`) : say("全部", "All"));
    button.addEventListener("click", () => window_(from, to));
    return button;
  }));
  $("years").classList.toggle("cut", $("years").scrollWidth > $("years").clientWidth);
  document.querySelectorAll("#levels button").forEach((button) => button.setAttribute("aria-pressed", String(Number(button.dataset.level) === state.level)));
  menu($("categories"), laneOrder.filter((key) => events.some((e) => e.l === key)).map((key) => [key, laneWords.get(key)[state.lang]]), state.cats);
  menu($("sources"), data.documents.map((row, index) => [index, `${row[state.lang === "zh" ? 0 : 1]}  ${row[2]}`]).filter(([index]) => events.some((e) => e.d.includes(index))), state.docs);
  const search = $("search");
  search.placeholder = say("搜索事件、原文", "Search events and quotes");
  search.setAttribute("aria-label", search.placeholder);
  if (search.value !== state.q && document.activeElement !== search) search.value = state.q;
  $("clear").hidden = !(state.level > 1 || state.cats.size || state.docs.size || state.q || state.from !== data.opens[0] || state.to !== data.opens[1]);
  speak();
  if (state.theme) root.dataset.theme = state.theme; else delete root.dataset.theme;
}
function menu(details, rows, chosen) {
  details.querySelector("b").textContent = chosen.size ? String(chosen.size) : say("全部", "all");
  const list = details.querySelector("div"), focused = document.activeElement && list.contains(document.activeElement) ? document.activeElement.value : null;
  list.replaceChildren(...rows.map(([key, words]) => {
    const input = el("input", { type: "checkbox", value: key });
    input.checked = chosen.has(key);
    input.addEventListener("change", () => { if (input.checked) chosen.add(key); else chosen.delete(key); refresh(); });
    return el("label", {}, input, ` ${words}`);
  }));
  if (focused !== null) { const input = [...list.querySelectorAll("input")].find((i) => i.value === focused); if (input) input.focus(); }
}
function legend() {
  const samples = { dot: ["dot", "", "fact"], bar: ["bar", "", "fact"], band: ["band", "", "fact"], range: ["range", "", "fact"], fade: ["fade", "", "fact"], hollow: ["band", "", "plan"], ringed: ["dot", "agreed", "fact"], conflict: ["band", "conflicting", "fact"], denied: ["band", "denied", "denied"] };
  const there = new Set(events.flatMap((e) => [e.k, e.c.includes("agreed") && "ringed", e.c.includes("conflicting") && "conflict", ["plan", "forecast", "hypothetical"].includes(e.m) && "hollow", e.m]));
  document.querySelectorAll(".legend li").forEach((li) => {
    if (!there.has(li.dataset.shape)) { li.remove(); return; }
    const [k, c, m] = samples[li.dataset.shape], wide = ["band", "range", "fade"].includes(k) ? 26 : 10;
    const sample = { e: { k, c, m, l: "" }, x0: 4, x1: 4 + wide, height: 10, classes: [c], plan: m === "plan", goal: false, twins: c === "conflicting" ? [[4, 12]] : [], opensLeft: false, opensRight: false };
    if (c === "conflicting") sample.x0 = 20;
    const picture = svg("svg", { width: wide + 8, height: 18, viewBox: `0 0 ${wide + 8} 18`, "aria-hidden": "true" }, shape(sample, 9, false));
    li.prepend(el("span", { id: "", class: "swatch" }, picture));
  });
}

// ── events of the browser ─────────────────────────────────────────────────────────────────────
const chart = $("chart");
chart.addEventListener("click", (event) => {
  const at = event.target.closest("[data-id],[data-from],[data-lane],[data-year]");
  if (!at || brushed) { brushed = false; return; }
  if (at.dataset.id) { opener = at.dataset.id; open(state.event === at.dataset.id ? "" : at.dataset.id, false); }
  else if (at.dataset.from) { state.cats = new Set([at.dataset.lane]); window_(Number(at.dataset.from), Number(at.dataset.to)); }
  else if (at.dataset.lane) { const same = state.cats.size === 1 && state.cats.has(at.dataset.lane); state.cats = new Set(same ? [] : [at.dataset.lane]); refresh(); }
  else { const y = Number(at.dataset.year), same = state.from === ordinal(y) && state.to === ordinal(y + 1); if (same) window_(data.first, data.last); else window_(ordinal(y), ordinal(y + 1)); }
});
const dayAt = (event) => { const rect = chart.querySelector("svg").getBoundingClientRect(), k = rect.width / chart.querySelector("svg").viewBox.baseVal.width; return (event.clientX - rect.left) / k - gutter; };
let brush = null, brushed = false;
chart.addEventListener("pointerdown", (event) => {
  const column = event.target.closest("[data-year]");
  if (column && event.button === 0) brush = { from: Number(column.dataset.year), to: Number(column.dataset.year) };
});
chart.addEventListener("pointermove", (event) => {
  const column = brush && document.elementFromPoint(event.clientX, event.clientY)?.closest?.("[data-year]");
  if (column) { brush.to = Number(column.dataset.year); const [a, b] = [brush.from, brush.to].sort((x, y) => x - y); chart.querySelectorAll(".col").forEach((c) => c.querySelector(".pale").classList.toggle("brush", a !== b && c.dataset.year >= a && c.dataset.year <= b)); }
});
addEventListener("pointerup", () => {
  if (brush && brush.from !== brush.to) { const [a, b] = [brush.from, brush.to].sort((x, y) => x - y); brushed = true; setTimeout(() => { brushed = false; }, 50); window_(ordinal(a), ordinal(b + 1)); }
  brush = null;
});
chart.addEventListener("wheel", (event) => { if (event.ctrlKey || event.metaKey) { event.preventDefault(); zoom(event.deltaY < 0 ? 0.8 : 1.25, state.from + dayAt(event) / made.over.per); } }, { passive: false });
chart.addEventListener("dblclick", (event) => { if (!event.target.closest("[data-id]")) zoom(0.5, state.from + dayAt(event) / made.over.per); });
chart.addEventListener("keydown", (event) => {
  const id = event.target.dataset && event.target.dataset.id;
  if (!id) return;
  const at = order.findIndex((m) => m.e.id === id);
  let next = null;
  if (event.key === "ArrowRight") next = order[at + 1];
  else if (event.key === "ArrowLeft") next = order[at - 1];
  else if (event.key === "Home") next = order[0];
  else if (event.key === "End") next = order[order.length - 1];
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const lanes = made.lanes, here = lanes.findIndex((lane) => lane.placed.some((m) => m.e.id === id)), there = lanes[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (there) next = [...there.placed].sort((a, b) => Math.abs(a.x0 - order[at].x0) - Math.abs(b.x0 - order[at].x0))[0];
  } else if (event.key === "Enter" || event.key === " ") { event.preventDefault(); opener = id; open(id); return; } else return;
  event.preventDefault();
  if (next) { chart.querySelectorAll(".g[tabindex='0']").forEach((g) => g.setAttribute("tabindex", "-1")); const g = chart.querySelector(`.g[data-id="${CSS.escape(next.e.id)}"]`); g.setAttribute("tabindex", "0"); g.focus(); if (state.event) open(next.e.id, false); }
});
$("list").addEventListener("click", (event) => {
  const button = event.target.closest(".name");
  if (!button) return;
  const id = button.closest(".event").id;
  opener = null;
  open(state.event === id ? "" : id, false);
});
addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || $("show").open) return;
  const typing = event.target.closest && event.target.closest("input,textarea,select");
  if (event.key === "Escape") {
    if (typing && state.q) { state.q = ""; $("search").value = ""; refresh(); }
    else if (state.event) { const back = opener || state.event; open(""); const g = chart.querySelector(`.g[data-id="${CSS.escape(back)}"]`); if (g) g.focus(); }
    document.querySelectorAll(".menu[open]").forEach((m) => m.removeAttribute("open"));
    return;
  }
  if (typing) return;
  const keys = { "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), "0": () => window_(data.first, data.last), "/": () => $("search").focus(), p: present, P: present };
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
let wait = 0;
$("search").addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => { state.q = $("search").value.trim().slice(0, 200); refresh(); }, 120); });
$("levels").addEventListener("click", (event) => { const button = event.target.closest("button"); if (button) { state.level = Number(button.dataset.level); refresh(); } });
$("clear").addEventListener("click", () => { Object.assign(state, { from: data.opens[0], to: data.opens[1], level: 1, q: "", cats: new Set(), docs: new Set() }); $("search").value = ""; refresh(); $("search").focus(); });
$("lang").addEventListener("click", () => { state.lang = state.lang === "zh" ? "en" : "zh"; controls(); drawnWidth = -1; open(state.event, false); });
$("theme").addEventListener("click", () => { const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches; state.theme = dark ? "light" : "dark"; controls(); save(); });
$("present").addEventListener("click", present);
$("print").addEventListener("click", () => print());
document.addEventListener("click", (event) => document.querySelectorAll(".menu[open]").forEach((m) => { if (!m.contains(event.target)) m.removeAttribute("open"); }));
addEventListener("beforeprint", () => { paper = PAPER; draw(); });
addEventListener("afterprint", () => { paper = 0; drawnWidth = -1; drawIfResized(); });
let resizing = 0;
addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(drawIfResized, 100); });
addEventListener("hashchange", () => { load(); controls(); drawnWidth = -1; open(state.event, false); });

load();
controls();
legend();
open(state.event, false);
drawIfResized();
if (document.fonts && document.fonts.ready) document.fonts.ready.then(() => { widths.clear(); drawnWidth = -1; drawIfResized(); });
})();
