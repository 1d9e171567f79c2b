// Leadpact: keyboard, palette, menus, toasts, tips, theme. No dependency; htmx sends the requests. Without this script
// every page still works: menus are popovers, forms are plain posts, the find button is a link.
"use strict";

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
const leads = () => all(".lead:not(.gone)");
const chosen = () => one('[data-lead][aria-current="true"]');
const openMenu = () => one(".menu:popover-open");
const isShown = (element) => Boolean(element && element.offsetParent);

/* The chosen lead, its row and its pane. */

let paneTimer = 0;

function choose(row, { focus = true } = {}) {
  if (!row || row === chosen()) return;
  chosen()?.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  row.scrollIntoView({ block: "nearest" });
  if (focus) one(".who a", row)?.focus({ preventScroll: true });
  clearTimeout(paneTimer);
  paneTimer = setTimeout(() => fillPane(row), 140);
}

function fillPane(row) {
  const pane = one("#pane");
  if (!isShown(pane) || pane.classList.contains("shown") || !window.htmx) return;
  const address = new URL(location.href);
  address.searchParams.set("lead", row.dataset.lead);
  history.replaceState(history.state, "", address);
  window.htmx.ajax("GET", address.pathname + address.search, { target: "#pane", select: "#pane", swap: "outerMorph" });
}

function move(by) {
  const rows = leads();
  choose(rows[rows.indexOf(chosen()) + by] ?? (chosen() ? null : rows[0]));
}

/* Keys: single letters press the button that shows them; g and a letter goes somewhere. */

let isGoing = 0;

function pressKey(key) {
  const scope = chosen();
  const button = (scope && one(`[data-press="${key}"]`, scope)) || one(`.actions [data-press="${key}"]`);
  if (!isShown(button)) return false;
  button.click();
  return true;
}

function goKey(key) {
  const link = one(`[data-key="${key}"]`);
  if (!link) return false;
  link.click();
  return true;
}

function pressItem(menu, number) {
  all("button.item", menu)[number - 1]?.click();
}

document.addEventListener("keydown", (event) => {
  const key = event.key;
  if ((event.metaKey || event.ctrlKey) && key.toLowerCase() === "k") {
    event.preventDefault();
    return openPalette();
  }
  if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || one("#palette")?.open) return undefined;
  const menu = openMenu();
  if (menu) return menuKey(event, menu);
  if (isGoing && Date.now() - isGoing < 1500) {
    isGoing = 0;
    if (goKey(key)) event.preventDefault();
    return undefined;
  }
  const acts = { j: () => move(1), k: () => move(-1), z: undo, "/": openPalette, g: () => { isGoing = Date.now(); } };
  if (acts[key]) {
    event.preventDefault();
    acts[key]();
  } else if (/^[a-z]$/.test(key) && pressKey(key)) {
    event.preventDefault();
  }
  return undefined;
});

function menuKey(event, menu) {
  if (/^[1-9]$/.test(event.key)) {
    event.preventDefault();
    pressItem(menu, Number(event.key));
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const items = all(".item, .dial, .switch button", menu);
    const next = items.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }
}

/* Menus: focus goes in when they open, the browser gives it back. */

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".menu") && event.newState === "open") one("button.item, .item, .switch button", event.target)?.focus();
}, true);

/* The palette. */

function openPalette() {
  const palette = one("#palette");
  if (!palette) return;
  if (!palette.open) palette.showModal();
  const input = one("input", palette);
  input.select();
  narrow(input.value);
}

const options = () => all('#palette [role="option"]:not([aria-disabled])').filter((option) => !option.hidden);

function point(option) {
  for (const other of all('#palette [role="option"][aria-selected="true"]')) other.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  one("#palette input").setAttribute("aria-activedescendant", option?.id ?? "");
}

function narrow(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  for (const option of all("[data-commands] [role=option]")) {
    const says = option.textContent.toLowerCase();
    option.hidden = !words.every((word) => says.includes(word));
  }
  point(options()[0]);
}

document.addEventListener("input", (event) => {
  if (event.target.closest("#palette")) narrow(event.target.value);
});
document.addEventListener("keydown", (event) => {
  if (!event.target.closest("#palette input")) return;
  const shown = options();
  const at = shown.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && shown.length) {
    event.preventDefault();
    point(shown.at((at + by) % shown.length));
  } else if (event.key === "Enter" && shown[at]) {
    event.preventDefault();
    shown[at].click();
  }
});

/* Toasts and taking back. */

function close(toast) {
  toast.classList.add("gone");
  setTimeout(() => toast.remove(), 200);
}

function age(toast) {
  if (toast.dataset.aging) return;
  toast.dataset.aging = "true";
  const later = () => setTimeout(() => (toast.matches(":hover, :focus-within") ? later() : close(toast)), one("[data-undo]", toast) ? 12000 : 6000);
  later();
}

function undo() {
  all("[data-undo]").at(-1)?.requestSubmit();
}

/* Clicks. */

function setTheme(button) {
  const root = document.documentElement;
  if (button.value) root.dataset.theme = button.value;
  else delete root.dataset.theme;
  for (const other of all("[data-theme-form] button")) other.setAttribute("aria-pressed", String(other.value === button.value));
}

document.addEventListener("click", (event) => {
  const target = event.target;
  if (target.closest("[data-open=palette]")) {
    event.preventDefault();
    return openPalette();
  }
  if (target.closest("[data-print]")) return window.print();
  const closing = target.closest("[data-close]");
  if (closing) return close(closing.closest(".toast"));
  const palette = one("#palette");
  if (target === palette) return palette.close();
  const row = target.closest(".lead");
  if (row && !target.closest("a, button, input, .menu")) choose(row, { focus: false });
  return undefined;
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-theme-form]") && event.submitter) {
    event.preventDefault();
    setTheme(event.submitter);
    fetch(form.action, { method: "POST", body: new FormData(form, event.submitter), redirect: "manual", keepalive: true });
  }
}, true);

/* A form is sent once: a second click before the answer sends nothing. */

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, 10000);
  return undefined;
});
window.addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

/* Requests: a lead leaves at once and comes back if the answer is no. */

document.addEventListener("htmx:before:request", (event) => {
  const form = event.target.closest?.("form");
  if (!form) return;
  openMenu()?.hidePopover();
  const row = form.matches("[data-leaves]") || form.querySelector('[name="reason"]') ? form.closest(".lead") : null;
  if (!row) return;
  const rows = leads();
  const at = rows.indexOf(row);
  choose(rows[at + 1] ?? rows[at - 1]);
  row.classList.add("gone");
});

function comeBack(event) {
  const row = event.target.closest?.(".lead.gone");
  row?.classList.remove("gone");
}

document.addEventListener("htmx:response:error", comeBack);
document.addEventListener("htmx:error", comeBack);
document.addEventListener("htmx:after:swap", ready);

function ready() {
  all("[data-slides]").forEach((slider) => { slider.hidden = false; });
  all(".toast").forEach(age);
  if (!chosen()) (document.activeElement?.closest(".lead") ?? leads()[0])?.setAttribute("aria-current", "true");
  if (one("#palette")?.open && !one('#palette [role="option"][aria-selected="true"]:not([hidden])')) point(options()[0]);
  one("[data-focus]")?.focus();
}

/* Tips: on pointing and on focus; exact words also stand in the numbers below each picture. */

function showTip(target) {
  const tip = one("#tip");
  const holder = target.closest?.("[data-tip]");
  if (!tip) return;
  tip.classList.toggle("on", Boolean(holder?.dataset.tip));
  if (!holder?.dataset.tip) return;
  tip.textContent = holder.dataset.tip;
  const box = holder.getBoundingClientRect();
  const across = box.left + box.width / 2 - tip.offsetWidth / 2;
  const above = box.top - tip.offsetHeight - 8;
  const x = Math.max(8, Math.min(innerWidth - tip.offsetWidth - 8, across));
  tip.style.translate = `${x}px ${above < 8 ? box.bottom + 8 : above}px`;
}

document.addEventListener("pointerover", (event) => showTip(event.target));
document.addEventListener("focusin", (event) => showTip(event.target));
document.addEventListener("scroll", () => one("#tip")?.classList.remove("on"), { passive: true, capture: true });
document.addEventListener("DOMContentLoaded", ready);

/* Rows of a draft are dragged by their grip; the buttons up and down do the same. */

let dragged = null;

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".grip")?.closest("[data-path]") ?? null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.path);
});

const listOf = (row) => row.dataset.path.replace(/\[\d+\]$/, "");
const dropRow = (event) => {
  const row = dragged && event.target.closest?.("[data-path]");
  return row && row !== dragged && listOf(row) === listOf(dragged) ? row : null;
};

document.addEventListener("dragover", (event) => {
  const row = dropRow(event);
  all(".drop-here").forEach((other) => other.classList.toggle("drop-here", other === row));
  if (!row) return;
  event.preventDefault();
  row.classList.add("drop-here");
});
document.addEventListener("drop", (event) => {
  const row = dropRow(event);
  const form = one("#order");
  if (!row || !form) return;
  event.preventDefault();
  const act = one("[name=do]", form);
  act.disabled = false;
  act.value = `move:${dragged.dataset.path}:${row.dataset.number}`;
  form.requestSubmit();
});
document.addEventListener("dragend", () => {
  dragged = null;
  all(".drop-here").forEach((row) => row.classList.remove("drop-here"));
});

// A slider beside a number field: shown where scripts run, it moves the number, and the number moves it.
document.addEventListener("input", (event) => {
  const field = event.target.dataset?.slides ? document.getElementById(event.target.dataset.slides) : null;
  if (field) field.value = event.target.value;
  else if (event.target.id) all(`[data-slides="${CSS.escape(event.target.id)}"]`).forEach((slider) => { slider.value = event.target.value; });
});
