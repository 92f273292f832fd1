// 5 of 7. What is asked for: the words of a query with their other ways of writing,
// and the years, bodies and regions that it names, which narrow the search.
"use strict";

const searchQuery = (() => {
  const mostWords = 10;

  // parse reads a query. Its from and to are places in its text, so that a chip can
  // take out of the box what it stands for.
  function parse(query, known, { exact = false, now = new Date().getFullYear() } = {}) {
    const text = query.replace(/(\d)\s+(?=[千万亿%％])/gu, "$1"); // 1.2 万 is one number
    const folded = searchText.fold(text);
    const literal = [...new Set(folded.text.split(/\s+/u).filter(Boolean))].slice(0, mostWords);
    const asked = { text, literal, exact, asked: literal, chips: [], also: [], notes: [], reduced: [], named: {}, bodies: null, years: null, wider: [], content: literal.join(""), whole: literal.join(""), cores: literal, sole: false };
    if (exact || literal.length === 0) return asked;
    const cutRuns = (ofPlans) => [...folded.text.matchAll(/\S+/gu)].slice(0, mostWords).map((m) => ({ at: m.index, pieces: cut(m[0], known, now, ofPlans) }));
    let runs = cutRuns(true);
    asked.plan = known.plans.length > 0 && asksForPlans(runs);
    if (!asked.plan) runs = cutRuns(false);
    const all = runs.flatMap((r) => r.pieces);
    // A name by itself is looked for in the texts as well: no report that has it is hidden.
    asked.sole = all.length === 1 && (all[0].kind === "place" || all[0].relative);
    asked.relative = asked.sole && Boolean(all[0].relative);
    if (asked.sole) asked.bodies = all[0].place?.bodies ?? null;
    const nodes = [];
    asked.cores = [];
    for (const run of runs) {
      if (!asked.sole) narrow(asked, run, folded, known);
      for (const group of groups(run.pieces, asked.sole)) add(asked, nodes, group, known);
    }
    for (const set of Object.values(asked.named)) asked.bodies = asked.bodies ? new Set([...asked.bodies].filter((b) => set.has(b))) : set;
    asked.content = asked.cores.join("");
    asked.asked = nodes;
    asked.also = [...new Set(asked.also)];
    if (!asked.plan && !asked.sole) asked.wider = wider(all, known);
    return asked;
  }

  const mostTries = 12;

  // wider is what may be looked for where no report holds what was asked for: of
  // 邻里打闹调解了几起 the word that is known, 调解; where none is, two parts that stand in one
  // paragraph or row, as in 特种设备立案, and then what is left of it without its first or
  // last characters: 农民工 of 农民工要回.
  function wider(pieces, known) {
    const words = [...new Set(pieces.filter((p) => p.kind === "word" && p.text.length > 1).map((p) => p.text))].sort((a, b) => b.length - a.length);
    const others = pieces.filter((p) => p.kind === "plain" && /^\p{Script=Han}{2,}$/u.test(p.text)); // 12 is not 120
    const tries = [];
    if (words.length > 1 && others.length > 0) tries.push(words);
    if (words.length > 1 || others.length > 0) tries.push(...words.map((word) => [word]));
    if (words.length === 0) tries.push(...others.flatMap(({ text }) => halves(text)), ...others.flatMap(({ text }) => shortened(text)).sort((a, b) => b.length - a.length));
    return tries.slice(0, mostTries).map((list) => ({ words: list, asked: list.map((word) => ({ any: addSynonyms({ also: [] }, searchNumber.forms(word), word, known) })) }));
  }

  function halves(text) {
    return Array.from({ length: Math.max(0, text.length - 3) }, (_, i) => [text.slice(0, i + 2), text.slice(i + 2)]);
  }

  function shortened(text) {
    const list = [];
    for (let n = text.length - 1; n > 1; n--) list.push(text.slice(0, n), text.slice(-n));
    return list.filter((part) => !(part in ago)).map((part) => [part]);
  }

  // asksForPlans reports whether a query asks what came of plans, of whatever body and
  // year, and nothing else: 司法局去年说的都做到了吗, but not 告知承诺制.
  function asksForPlans(runs) {
    const all = runs.flatMap((r) => r.pieces);
    const spare = all.filter((p) => p.kind === "plain" || p.kind === "word");
    return all.some((p) => p.kind === "plan") && spare.every((p) => p.kind === "plain" && spareWords.test(p.text));
  }

  const spareWords = /^[都全还没有过吗呢了的和在把被是所各单位部门一个件项事情些好给向对]+$/;

  // cut parts a run of characters into what is known and what is not.
  function cut(run, known, now, ofPlans) {
    const pieces = [];
    for (let at = 0; at < run.length; ) {
      const last = pieces[pieces.length - 1];
      const fresh = !last || last.kind !== "plain";
      const found = (ofPlans && known.planAt(run, at)) || (yearAt(run, at, fresh, known, now) ?? known.at(run, at, fresh));
      if (found) {
        pieces.push({ ...found, at });
        at += found.text.length;
      } else if (last?.kind === "plain") {
        last.text += run[at++];
      } else {
        pieces.push({ kind: "plain", text: run[at], at: at++ });
      }
    }
    return pieces;
  }

  const ago = { 今年: 0, 去年: 1, 上一年: 1, 前年: 2 };
  const range = /^((?:19|20)\d\d)年?[-—~至到]((?:19|20)\d\d)(?:年度|年)?(?!\d)/;
  const dated = /^((?:19|20)\d\d)(?:年度|年(?!\d{1,2}月))/;
  const short = /^(\d\d)年(?=[^\d]{2})/;
  const bare = /^((?:19|20)\d\d)(?![\d.,%])/;

  const written = /^([一二][〇零九][〇零一二三四五六七八九]{2})(?:年度|年)/;

  // yearAt is the year that stands at a place, as one of a report: 2023年, 2023调解,
  // 2021-2023年, 去年, 23年司法局. 2023件, 〔2023〕 and 2023年5月 are none.
  function yearAt(run, at, fresh, known, now) {
    const text = run.slice(at);
    const name = Object.keys(ago).find((n) => text.startsWith(n));
    if (name && fresh && known.goesOn(run, at + name.length)) return { kind: "year", text: name, years: [now - ago[name]], relative: true };
    if (at > 0 && /[\d.,〔\[第]/.test(run[at - 1])) return null;
    const out = written.exec(text);
    const outYear = out ? Number(searchNumber.arabic(out[1])) : 0;
    if (known.years.has(outYear)) return { kind: "year", text: out[0], years: [outYear] };
    const two = range.exec(text);
    if (two) {
      const years = [...known.years].filter((y) => y >= Number(two[1]) && y <= Number(two[2]));
      return years.length > 0 ? { kind: "year", text: two[0], years } : null;
    }
    const brief = at === 0 ? short.exec(text) : null;
    if (brief && known.years.has(2000 + Number(brief[1])) && known.goesOn(run, 3)) return { kind: "year", text: brief[0], years: [2000 + Number(brief[1])] };
    let one = dated.exec(text);
    if (!one) {
      one = bare.exec(text);
      const rest = one ? text.slice(4) : "";
      if (one && known.units.some((u) => rest.startsWith(u)) && (known.at(rest, 0, true)?.text.length ?? 0) < 2) return null;
    }
    return one && known.years.has(Number(one[1])) ? { kind: "year", text: one[0], years: [Number(one[1])] } : null;
  }

  // narrow notes the years and bodies that a run names: of several of one kind any,
  // of a region and a body both.
  function narrow(asked, run, folded, known) {
    for (const piece of run.pieces) {
      if (piece.kind !== "place" && piece.kind !== "year") continue;
      const [from, to] = inText(folded, run.at + piece.at, run.at + piece.at + piece.text.length);
      if (piece.kind === "place") {
        const { kind, label, bodies } = piece.place;
        asked.named[kind] = new Set([...(asked.named[kind] ?? []), ...bodies]);
        const one = bodies.size === 1 && kind === "单位" ? known.bodies.find((b) => bodies.has(b.number)) : null;
        asked.chips.push({ kind, name: one ? one.name : kind === "单位" ? `${label}（${bodies.size}个）` : label, from, to });
        continue;
      }
      const years = piece.years.filter((y) => known.years.has(y)).sort((a, b) => a - b);
      if (years.length === 0) {
        asked.notes.push(`本站没有${piece.years[0]}年度的报告，最新的是${Math.max(...known.years)}年度的。没有限定年度。`);
        continue;
      }
      asked.years = new Set([...(asked.years ?? []), ...years]);
      const name = years.length === 1 ? `${years[0]}年` : `${years[0]}—${years[years.length - 1]}年`;
      asked.chips.push({ kind: "年度", name: piece.relative ? `${name}（${piece.text}）` : name, from, to });
    }
  }

  function inText(folded, from, to) {
    return folded.map ? [folded.map[from][0], folded.map[to - 1][1]] : [from, to];
  }

  // groups are the pieces between names and years.
  function groups(pieces, sole) {
    if (sole) return [[{ kind: "plain", text: pieces[0].text }]];
    const list = [[]];
    for (const piece of pieces) {
      if (piece.kind === "place" || piece.kind === "year") list.push([]);
      else list[list.length - 1].push(piece);
    }
    const narrowed = list.length > 1;
    return list.filter((g) => g.length > 0 && !(narrowed && g.every((p) => p.kind === "ask")));
  }

  // add makes of a group what texts are asked for: its words as they stand; without
  // what is only there to ask; as reports write it; and where a paragraph has none
  // of these, its parts.
  function add(asked, nodes, group, known) {
    const join = (pieces) => pieces.map((p) => p.text).join("");
    const asks = group.map((p) => p.kind === "ask");
    const first = asks.indexOf(false);
    const trimmed = first < 0 ? group : group.slice(first, asks.lastIndexOf(false) + 1);
    const told = trimmed.filter((p) => p.kind !== "ask" || first < 0);
    // 赢 in 行政诉讼赢了多少 is too little to go by beside a known word.
    const cores = told.filter((p) => p.text.length > 1 || !told.some((o) => o.kind === "word")).map((p) => p.text);
    const literal = join(group);
    const words = [...new Set([literal, join(trimmed), cores.join("")])].filter((w) => w !== "" && (w === literal || first >= 0));
    const any = words.flatMap(searchNumber.forms);
    asked.cores.push(...(first < 0 ? [literal] : cores));
    for (const word of words) if (searchNumber.arabic(word) !== word) asked.also.push(searchNumber.arabic(word));
    if (group.some((p) => p.kind === "plan" && /[没未]/.test(p.text) && !/(.)[没未]\1/u.test(p.text))) {
      any.push(...known.unmet);
      asked.also.push(...known.unmet);
    }
    for (const word of words) addSynonyms(asked, any, word, known);
    if (words.length > 1) asked.reduced.push(words[words.length - 1]);
    const node = { any };
    if (cores.length > 1 && cores.every((c) => c.length > 1)) {
      node.or = { all: cores.map((core) => ({ any: addSynonyms(asked, searchNumber.forms(core), core, known) })) };
    }
    nodes.push(node);
  }

  function addSynonyms(asked, any, word, known) {
    for (const phrase of known.synonyms(word)) {
      const pieces = phrase.split("…").map((p) => searchText.fold(p).text);
      any.push(pieces.length > 1 ? { near: pieces } : pieces[0]);
      if (said(phrase) !== word) asked.also.push(said(phrase));
    }
    return any;
  }

  // said is a way of saying as readers know it: 调处纠纷, not 调处…等纠纷.
  function said(phrase) {
    return phrase.replace(/…等?/g, "");
  }

  return { parse };
})();
