// 朗读: reads the page paragraph by paragraph, marks the one that is read and
// keeps it in view. A paragraph is spoken sentence by sentence, because some
// browsers stop a long utterance half way.
(() => {
  "use strict";
  const synth = window.speechSynthesis;
  const root = document.documentElement;
  if (!synth || !window.SpeechSynthesisUtterance) {
    root.classList.add("mute");
    return;
  }

  const speeds = [["慢", 0.75], ["中", 1], ["快", 1.4]];
  const blocks = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, tr, summary";
  const skipped = "nav, .aside, .copy, [aria-hidden=true], .contents";

  let bar = null;
  let speed = 1;
  let list = [];
  let at = -1; // index in list; -1 before and after
  let part = 0; // sentence of the block
  let turn = 0; // counts what was begun, so that what was cut off says no more
  let paused = false;
  let current = null; // kept, or the browser may forget it and never tell its end

  // Blocks in the page's order, each word once: a block within one that is
  // taken already is passed over.
  const readable = () => {
    const within = document.querySelectorAll("[data-aloud]");
    const roots = within.length ? [...within] : [document.getElementById("main")];
    const out = [];
    for (const r of roots) {
      for (const e of r.matches(blocks) ? [r] : r.querySelectorAll(blocks)) {
        if (e.closest(skipped) || out.at(-1)?.contains(e) || !e.textContent.trim()) continue;
        if (e.matches("li, dd") && e.querySelector("p, ul, ol, summary")) continue; // its parts are read
        if (e.checkVisibility ? e.checkVisibility({ contentVisibilityAuto: true }) : e.getClientRects().length) out.push(e);
      }
    }
    return out;
  };

  const words = (e) => e.matches("tr") ? [...e.cells].map((c) => c.textContent.trim()).filter(Boolean).join("，") : e.textContent.replaceAll("\u2060", ""); // see text.js

  const sentences = (e) => words(e).replace(/\s+/g, " ").match(/[^。！？；]+[。！？；”’）》]*/g) || [];

  const chinese = () => {
    const of = synth.getVoices().filter((v) => /^(zh|cmn)/i.test(v.lang) && !/(HK|TW|yue)/i.test(v.lang));
    return of.find((v) => /CN/i.test(v.lang) && v.localService) || of.find((v) => /CN/i.test(v.lang)) || of[0];
  };

  // Voices may come late. No list at all is no proof that there is none.
  const voices = () => new Promise((resolve) => {
    if (synth.getVoices().length) return resolve();
    synth.addEventListener("voiceschanged", resolve, { once: true });
    setTimeout(resolve, 1000);
  });

  const mark = (e) => {
    for (const s of document.querySelectorAll(".spoken")) {
      s.classList.remove("spoken");
      s.removeAttribute("aria-current");
    }
    if (!e) return;
    e.classList.add("spoken");
    e.setAttribute("aria-current", "true");
    const r = e.getBoundingClientRect();
    if (r.top < 60 || r.bottom > innerHeight - bar.offsetHeight - 20) {
      e.scrollIntoView({ block: r.height > innerHeight / 2 ? "start" : "center" });
    }
  };

  const say = (text) => { bar.querySelector("p").textContent = text; };

  // Reads block i from sentence k on. To pause is to stop and to remember
  // where: not every system can hold its breath.
  const speak = (i, k = 0) => {
    const mine = ++turn;
    synth.cancel();
    if (i >= list.length) return close();
    paused = false;
    at = i;
    mark(list[i]);
    say(`正在朗读第 ${i + 1} 段，共 ${list.length} 段`);
    update();
    const voice = chinese();
    const parts = sentences(list[i]);
    let started = false;
    const next = (n) => {
      if (mine !== turn) return;
      if (n >= parts.length) return speak(i + 1);
      part = n;
      const u = current = new SpeechSynthesisUtterance(parts[n]);
      u.lang = "zh-CN";
      if (voice) u.voice = voice;
      u.rate = speeds[speed][1];
      u.onstart = () => { started = true; };
      u.onend = () => next(n + 1);
      u.onerror = (e) => { if (mine === turn && e.error !== "interrupted" && e.error !== "canceled") fail(); };
      synth.speak(u);
    };
    next(k);
    setTimeout(() => { if (mine === turn && !started) fail(); }, 8000);
  };

  const pause = () => {
    turn++;
    synth.cancel();
    paused = true;
    say(`停在第 ${at + 1} 段，共 ${list.length} 段`);
    update();
  };

  const fail = () => {
    turn++;
    synth.cancel();
    mark(null);
    at = -1;
    say("这台设备没有能用的中文语音。可以用系统自带的“朗读屏幕”，或者换一个浏览器。");
    update();
  };

  const update = () => {
    bar.querySelector("[data-do=pause]").textContent = paused ? "继续" : "暂停";
    bar.querySelector("[data-do=speed]").textContent = `语速：${speeds[speed][0]}`;
    for (const b of bar.querySelectorAll("[data-do=pause], [data-do=back], [data-do=on], [data-do=speed]")) b.hidden = at < 0;
  };

  const open = () => {
    bar = document.createElement("div");
    bar.className = "aloud";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "朗读");
    const wrap = bar.appendChild(document.createElement("div"));
    wrap.className = "wrap";
    wrap.appendChild(document.createElement("p")).setAttribute("role", "status");
    for (const [name, text] of [["pause", "暂停"], ["back", "上一段"], ["on", "下一段"], ["speed", "语速"], ["close", "停止"]]) {
      const b = wrap.appendChild(document.createElement("button"));
      b.type = "button";
      b.dataset.do = name;
      b.textContent = text;
    }
    bar.addEventListener("click", act);
    document.getElementById("aloud").after(bar); // the next place for the Tab key
    root.classList.add("reading");
    document.addEventListener("click", jump);
    document.addEventListener("keydown", key);
  };

  const close = () => {
    turn++;
    synth.cancel();
    if (!bar) return;
    const inside = bar.contains(document.activeElement);
    mark(null);
    bar.remove();
    bar = null;
    at = -1;
    root.classList.remove("reading");
    document.removeEventListener("click", jump);
    document.removeEventListener("keydown", key);
    const button = document.getElementById("aloud");
    button.setAttribute("aria-pressed", "false");
    if (inside) button.focus();
  };

  const act = (e) => {
    switch (e.target.dataset.do) {
      case "pause": return paused ? speak(at, part) : pause();
      case "back": return speak(Math.max(0, at - 1));
      case "on": return speak(at + 1);
      case "speed":
        speed = (speed + 1) % speeds.length;
        return speak(at, part);
      case "close": return close();
    }
  };

  // While it reads, tapping a paragraph goes on from there.
  const jump = (e) => {
    if (at < 0 || e.target.closest("a, button, summary, input") || String(getSelection())) return;
    const i = list.findIndex((b) => b.contains(e.target));
    if (i >= 0) speak(i);
  };

  const key = (e) => { if (e.key === "Escape") close(); };

  // Begins with what the reader has before them, not with what they have left.
  const start = async () => {
    const button = document.getElementById("aloud");
    if (bar) return close();
    button.setAttribute("aria-pressed", "true");
    open();
    say("正在准备……");
    update();
    await voices();
    if (!bar) return;
    list = readable();
    const all = synth.getVoices();
    if (all.length && !chinese() || !list.length) return fail();
    const from = scrollY < 200 ? 0 : list.findIndex((b) => b.getBoundingClientRect().bottom > 80);
    speak(Math.max(0, from));
  };

  const ready = () => {
    const button = document.getElementById("aloud");
    button?.setAttribute("aria-pressed", "false");
    button?.addEventListener("click", start);
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", ready) : ready();
  addEventListener("pagehide", () => { turn++; synth.cancel(); });
})();
