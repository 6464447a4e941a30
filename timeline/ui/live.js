const shared = (window.biannian ??= { go: null, focus: "", entered: "", scrolled: "" });

function once(selector, act, tries = 60) {
  const found = document.querySelector(selector);
  if (found) act(found);
  else if (tries > 0) setTimeout(() => once(selector, act, tries - 1), 50);
}

function keyOf(element) {
  return element?.dataset?.key || element?.getAttribute?.("href") || "";
}

function follow(link) {
  shared.focus = keyOf(link);
  const top = rowOf(shared.focus)?.getBoundingClientRect().top ?? -1;
  shared.kept = top >= 0 && top < innerHeight ? { key: shared.focus, top } : null;
  shared.wanted = `${Date.now()} ${link.getAttribute("href")}`;
  shared.go?.(shared.wanted);
}

// A link that is clicked while its page is still being drawn is said to the listener of the page before,
// whom nobody hears any more: the new page's says it again, unless the reader has done something since.
function insist() {
  if (shared.wanted && shared.data.heard !== shared.wanted) shared.go(shared.wanted);
  shared.wanted = "";
}

function rowOf(key) {
  return [...document.querySelectorAll(`:is(.bn-row, .bn-checkrow)[data-key="${CSS.escape(key)}"]`)].find((row) => row.offsetParent);
}

// A row that was opened or closed stays where it is on the screen, whatever was drawn anew above it.
function keep() {
  const row = shared.kept && rowOf(shared.kept.key);
  const by = row ? row.getBoundingClientRect().top - shared.kept.top : 0;
  if (Math.abs(by) > 2) document.querySelector(".stMain").scrollTop += by;
}

// The framework turns to a page by two entries of the history: the new search under the old page,
// then the page. Where one deed of the reader's made both, the first would be a step back to nothing.
function turnInOneStep() {
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    const to = new URL(url ?? "", location.href), turns = to.pathname !== location.pathname;
    if (turns && shared.pushed === location.href && to.search === location.search) {
      history.replaceState(state, title, url);
    } else push(state, title, url);
    shared.pushed = turns ? "" : location.href;
  };
}

async function copy(button) {
  const { copy: words, copyLink: href, done } = button.dataset;
  const text = href ? new URL(href, location.href).href : words;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const label = (button.dataset.label ??= button.textContent);
  button.textContent = done;
  setTimeout(() => { button.textContent = label; }, 1600);
}

function remember(name, value) {
  document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax`;
}

function paint(button) {
  const theme = button.dataset.theme;
  localStorage.setItem("biannian_theme", theme);
  const base = location.pathname.replace(/[^/]*$/, "");
  for (const page of button.dataset.pages.split(" ")) {
    localStorage.setItem(`stActiveTheme-${base}${page}-v${button.dataset.version}`, JSON.stringify(theme));
  }
  location.reload();
}

function clicked(event) {
  const target = event.target.closest?.("a[data-go], [data-copy], [data-copy-link], [data-theme]");
  if (!target) return;
  if (target.matches("a[data-go]")) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow(target);
  } else if (target.dataset.theme) paint(target);
  else copy(target);
}

function typing(element) {
  return element?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? "");
}

// On a phone an open check stands under its row, in the middle of the list: there the Tab key finds it.
function throughCheck(event) {
  const row = document.querySelector(".bn-checkrow[aria-current]");
  if (!row || !matchMedia("(max-width: 640px)").matches) return;
  const within = (place) => [...document.querySelectorAll(`${place} :is(a[href], button)`)].filter((one) => one.offsetParent);
  const list = within(".st-key-checklist"), next = list[list.indexOf(row) + 1], here = document.activeElement;
  const check = within(".st-key-check-detail"), end = check.at(-1);
  if (!check.length || !next) return;
  const to = new Map(event.shiftKey ? [[next, end], [check[0], row]] : [[row, check[0]], [end, next]]).get(here);
  if (to) { event.preventDefault(); to.focus(); }
  else if (!event.shiftKey && here === list.at(-1)) end.focus(); // and on from there, out of both
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "Tab") throughCheck(event);
  if (event.key === "Escape") {
    const close = [...document.querySelectorAll("a.bn-close")].find((link) => link.offsetParent);
    if (close) follow(close);
    return;
  }
  // Between two drawings the row that had the focus is not there: its Enter waits until it is.
  if (event.key === "Enter" && document.activeElement === document.body) shared.entered = shared.focus;
  const rows = [...document.querySelectorAll("a.bn-row")].filter((row) => row.offsetParent);
  const at = rows.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (at >= 0 && step && rows[at + step]) {
    event.preventDefault();
    rows[at + step].focus();
  }
}

function refocus() {
  if (!shared.focus || (document.activeElement && document.activeElement !== document.body)) return;
  const key = CSS.escape(shared.focus);
  const same = document.querySelectorAll(`[data-key="${key}"], a[href="${key}"]`);
  const place = [...same].find((place) => place.offsetParent);
  if (!place) return;
  place.focus({ preventScroll: true });
  if (shared.entered) place.click();
  shared.entered = "";
}

function factShown() {
  return new URLSearchParams(location.search).get("fact") ?? "";
}

// On a phone, a link to a fact leads to its row, however late the rest of the page comes, until the
// reader does something; the page's own name is in sight.
function reveal() {
  const told = [...document.querySelectorAll(".bn-inline")].find((place) => place.offsetParent);
  const row = told?.closest("li") ?? told, top = row?.getBoundingClientRect().top ?? 0;
  if (row && shared.touched !== factShown() && (top < 0 || top > innerHeight * 0.6)) {
    row.scrollIntoView({ block: "start" });
  }
  const form = document.querySelector(".st-key-drawer .st-key-hand-name"), shown = form ? factShown() : "";
  if (form && shared.form !== shown) form.scrollIntoView({ block: "center" });
  shared.form = shown;
  const page = location.pathname.split("/").pop() || "overview";
  const here = document.querySelector(`.st-key-nav-${CSS.escape(page)} a`), nav = here?.closest(".st-key-nav");
  // The framework's link to the first page leads, in a new tab, to whatever page is open.
  const first = document.querySelector(".st-key-nav-overview a");
  if (first) first.href = new URL(`./${first.search}`, location.href).href;
  if (nav) nav.scrollLeft += Math.max(0, here.getBoundingClientRect().right - innerWidth + 60);
}

// What the framework leaves to us, once the page has come to rest.
function tidy() {
  keep();
  reveal();
  for (const box of document.querySelectorAll(".st-key-timeline-chart-box")) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", shared.data.chart]]) {
      scrolls ? box.setAttribute(name, value) : box.removeAttribute(name);
    }
  }
  for (const place of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
    for (const name of ["aria-label", "title", "placeholder"]) {
      const words = place.getAttribute(name);
      for (const [english, ours] of words ? shared.data.terms : []) {
        const said = words.replace(new RegExp(`^${english}$`), ours);
        if (said !== words) place.setAttribute(name, said);
      }
    }
  }
}

function rest() {
  clearTimeout(shared.resting);
  shared.resting = setTimeout(tidy, 150);
}

// The server lays the chart out for the window's width; it is told where that is no longer so.
function measured() {
  const width = Math.floor(innerWidth / 20) * 20;
  document.cookie = `biannian_width=${innerWidth};path=/;samesite=lax`;
  if (!shared.data.width || shared.data.width === width || shared.told === width) return;
  shared.told = width;
  shared.tell?.(width);
}

export default function ({ data, setTriggerValue, setStateValue }) {
  shared.data = data;
  shared.go = (href) => setTriggerValue("go", href);
  shared.tell = (width) => setStateValue("width", width);
  document.documentElement.lang = data.lang;
  remember("biannian_lang", data.lang.slice(0, 2));
  if (!shared.bound) {
    shared.bound = true;
    turnInOneStep();
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    new MutationObserver(() => { refocus(); rest(); }).observe(document.body, { childList: true, subtree: true });
    for (const deed of ["pointerdown", "wheel", "touchstart", "keydown"]) {
      addEventListener(deed, () => { shared.touched = factShown(); shared.pushed = shared.wanted = ""; shared.kept = null; }, { capture: true, passive: true });
    }
    addEventListener("resize", () => {
      clearTimeout(shared.sizing);
      shared.sizing = setTimeout(() => { measured(); tidy(); }, 250);
    });
    document.addEventListener("focusin", (event) => {
      if (keyOf(event.target) !== shared.focus) shared.focus = shared.entered = "";
    });
  }
  if (data.scroll && data.scroll !== shared.scrolled) {
    // Where the drawer is a sheet over the foot of the screen, the upper third is what is seen.
    const sheet = matchMedia("(max-width: 640px)").matches && document.querySelector(".st-key-drawer");
    once(data.scroll_to, (place) => place.scrollIntoView({ block: sheet ? "start" : "center" }));
  }
  shared.scrolled = data.scroll;
  insist();
  measured();
  rest();
}
