// A machine that speaks, as far as a page can tell, and notes what it says.
window.spoken = [];
window.voices = [];
window.rates = new Set();
(() => {
  const voices = [{ name: "English", lang: "en-US", localService: true }, { name: "粤语", lang: "zh-HK", localService: true },
    { name: "网上普通话", lang: "zh-CN", localService: false }, { name: "本机普通话", lang: "zh-CN", localService: true }];
  let queue = [], now = null;
  const run = () => {
    if (now || !queue.length) return;
    const u = now = queue.shift();
    window.spoken.push(u.text);
    window.rates.add(u.rate);
    if (u.voice && !window.voices.includes(u.voice.name)) window.voices.push(u.voice.name);
    u.onstart?.({});
    setTimeout(() => { if (now === u) { now = null; u.onend?.({}); run(); } }, 4);
  };
  const synth = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (u) => { queue.push(u); run(); },
    cancel: () => { queue = []; now = null; },
  });
  Object.defineProperty(window, "speechSynthesis", { value: synth });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();
