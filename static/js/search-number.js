// 2 of 7. Numbers in a query and the ways in which texts write them: 1.2万件 is also
// 12000件 and 12,000件, 三十件 is 30件, and 96% is 百分之九十六.
"use strict";

const searchNumber = (() => {
  const digits = "零一二三四五六七八九";
  const units = { 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };
  const shares = { "%": "百分之", "‰": "千分之" };
  const written = /(?:([百千])分之)?([零〇一二三四五六七八九两十百千万亿]+)(?:点([零〇一二三四五六七八九]+))?/g;
  const most = 1e9; // above it nobody writes a number out

  const digit = (c) => (c === "〇" ? 0 : c === "两" ? 2 : digits.indexOf(c));

  // whole is the value of a whole number that is written out; null where it is none,
  // as the 三四 of 三四次.
  function whole(s) {
    const plain = [...s].map(digit);
    if (plain.every((d) => d >= 0)) return s.length === 1 ? plain[0] : s.length === 4 ? Number(plain.join("")) : null;
    let total = 0; // up to the last 万 or 亿
    let section = 0;
    let next = null; // digit
    let last = 10; // unit: 一万二 is 12000
    let nought = false;
    for (const c of s) {
      const unit = units[c];
      if (unit === undefined) {
        if (next !== null) return null;
        if (digit(c) > 0) next = digit(c);
        else nought = true;
        continue;
      }
      if (unit >= 1e4) {
        section += next ?? 0;
        if (section + total === 0) return null;
        total = section > 0 ? total + section * unit : total * unit;
        section = 0;
      } else {
        if (next === null && unit > 10) return null;
        section += (next ?? 1) * unit;
      }
      [next, last, nought] = [null, unit, false];
    }
    return total + section + (next ?? 0) * (next !== null && !nought ? last / 10 : 1);
  }

  // arabic is a word with the numbers in it that are written out as digits.
  function arabic(word) {
    return word.replace(written, (text, part, number, decimals) => {
      const value = part && number === "百" ? 100 : whole(number);
      const alone = text === word && text.length === 1;
      if (value === null || alone || value >= most) return text;
      const fraction = decimals ? `.${[...decimals].map(digit).join("")}` : "";
      return `${value}${fraction}${part ? { 百: "%", 千: "‰" }[part] : ""}`;
    });
  }

  // spelled is a whole number written out, its twos 二 or, where one is said so, 两.
  function spelled(value, two) {
    if (value === 0) return "零";
    if (value === 2) return two;
    const groups = [];
    for (let rest = value; rest > 0; rest = Math.floor(rest / 1e4)) groups.unshift(rest % 1e4);
    let out = "";
    let gap = false;
    groups.forEach((group, i) => {
      const scale = ["", "万", "亿"][groups.length - 1 - i];
      if (out !== "" && group > 0 && group < 1e3) gap = true;
      for (const [name, unit] of [["千", 1e3], ["百", 1e2], ["十", 1e1], ["", 1]]) {
        const d = Math.floor(group / unit) % 10;
        if (d === 0) {
          gap = gap || (out !== "" && group % unit > 0);
          continue;
        }
        if (gap) out += "零";
        gap = false;
        out += (d === 2 && (unit >= 100 || (group === 2 && scale)) ? two : unit === 10 && d === 1 && out === "" ? "" : digits[d]) + name;
      }
      if (group > 0) out += scale;
    });
    return out;
  }

  // outWritten are the words in which all numbers of a word are written out.
  function outWritten(word) {
    const list = [];
    for (const two of ["二", "两"]) {
      let plain = true;
      const text = word.replace(/(\d[\d,]*)(\.\d+)?([万亿]?)([%‰]?)/g, (all, number, fraction = "", scale, part) => {
        const value = Number(number.replaceAll(",", "")) * (fraction ? 1 : (units[scale] ?? 1));
        if (!(value < most) || /^0\d/.test(number)) plain = false;
        if (!plain) return all;
        const decimals = fraction ? `点${[...fraction.slice(1)].map((d) => digits[d]).join("")}` : "";
        return `${shares[part] ?? ""}${value === 100 && part === "%" ? "百" : spelled(value, two)}${decimals}${fraction ? scale : ""}`;
      });
      if (plain && !list.includes(text)) list.push(text);
    }
    return list;
  }

  // forms are what texts are asked for to hold a word: itself, and where it has
  // numbers, these in all ways in which they are written.
  function forms(word) {
    const inDigits = arabic(word);
    if (!/\d/.test(inDigits)) return [word];
    const out = outWritten(inDigits);
    const list = [number(inDigits), ...[...new Set(inDigits === word ? out : [...out, word])].map(characters)];
    // 一次 is looked for as it stands too, wherever it stands; 三十件 is no part of 二百三十件.
    const short = inDigits !== word && [...word.matchAll(written)].every((m) => m[0].length === 1 || m[0] === word);
    return short ? [word, ...list] : list;
  }

  // characters is a word with numbers that are written out.
  function characters(word) {
    const ends = /[零〇一二三四五六七八九两十百千万亿]/;
    return { number: new RegExp(escape(word), "g"), first: ends.test(word[0]), last: ends.test(word.at(-1)), out: true, values: [], words: [word] };
  }

  const numeral = /(\d[\d,]*)(\.\d+)?([万亿]?)/g;

  // number is a word, its numbers in all ways in which they are written: 1.2万件 is
  // also 12000件, 12,000件 and 1.2 万件. Its terms are those by which it is looked up:
  // words between the numbers, the numbers, and the characters on both sides of a
  // number's end where all ways to write it have the same there.
  function number(word) {
    if (!/\d/.test(word)) return word;
    let pattern = "";
    const values = [];
    const words = [];
    let at = 0;
    const close = (next) => {
      const before = word.slice(at, next);
      if (before) words.push(before);
      return before;
    };
    for (const m of word.matchAll(numeral)) {
      const before = close(m.index);
      const { value, ways } = spellings(m);
      if (value === null) words.push(m[0]);
      else values.push(value);
      const fixed = !value?.includes("."); // no further nought may stand at its end
      const end = m.index + m[0].length;
      if (before && ways.every((w) => w[0] === m[0][0])) words.push(before.at(-1) + m[0][0]);
      if (word[end] && fixed && ways.every((w) => w.at(-1) === m[0].at(-1))) words.push(m[0].at(-1) + word[end]);
      pattern += `${escape(before)}${before ? " ?" : ""}(?:${ways.map(patternOf).join("|")})`;
      at = end;
    }
    const rest = close(word.length);
    pattern += rest ? ` ?${escape(rest)}` : "";
    return { number: new RegExp(pattern, "g"), first: /^\d/.test(word), last: rest === "", values, words };
  }

  // patternOf is a way to write a numeral as a pattern: 1.2万 is also 1.20万 and 1.2 万.
  function patternOf(way) {
    const [, digits, unit] = /^(.*?)([万亿]?)$/.exec(way);
    return escape(digits) + (digits.includes(".") ? "0*" : "") + (unit && ` ?${unit}`);
  }

  const escape = (s) => s.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

  // spellings are the value of a numeral and the ways to write it.
  function spellings([text, whole, fraction = "", unit]) {
    const digits = whole.replaceAll(",", "") + fraction.slice(1);
    if (/^0\d/.test(whole) || digits.length > 15) return { value: null, ways: [text] };
    const shifted = (by) => shift(digits, fraction.length ? fraction.length - 1 : 0, by);
    const by = { "": 0, 万: 4, 亿: 8 }[unit];
    const value = shifted(by);
    const ways = [text, value, value.replace(/^\d+/, (d) => d.replace(/\B(?=(\d{3})+$)/g, ","))];
    if (value.split(".")[0].length > 4) ways.push(`${shifted(by - 4)}万`);
    if (value.split(".")[0].length > 8) ways.push(`${shifted(by - 8)}亿`);
    return { value, ways: [...new Set(ways)] };
  }

  // shift moves the point of a decimal by so many places: 12 with one decimal is
  // 1.2, by 4 it is 12000.
  function shift(digits, decimals, by) {
    const places = decimals - by;
    const padded = places > 0 ? digits.padStart(places + 1, "0") : digits + "0".repeat(-places);
    const cut = padded.length - Math.max(0, places);
    const tail = padded.slice(cut).replace(/0+$/, "");
    return (padded.slice(0, cut).replace(/^0+(?=\d)/, "") || "0") + (tail ? `.${tail}` : "");
  }

  return { forms, arabic };
})();
