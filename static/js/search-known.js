// 4 of 7. What a query may name: indicators, terms, bodies and regions, as
// index.json lists them, and which of them stand at a place of a query.
"use strict";

const searchKnown = (() => {
  const plain = (s) => searchText.fold(s).text.replace(/[“”"‘’《》]/g, "");
  const levels = "省市县区旗州";

  // inOrder reports whether the characters of a short name stand in a long one in
  // their order, the first one first: 人社局 for 人力资源和社会保障局.
  function inOrder(short, long) {
    if (short[0] !== long[0]) return false;
    let at = 0;
    for (const c of long) if (c === short[at]) at++;
    return at === short.length;
  }

  // parts are those of a region's name: 示例省 示例市 甲子区.
  function parts(region) {
    const list = region.match(/.{2,}?(?:自治区|自治州|地区|街道|新区|[省市县区旗州盟镇乡])/g) ?? [];
    return list.join("") === region ? list : [region];
  }

  // ownName is a body's name without the region that it begins with: 司法局.
  function ownName(name, region) {
    const list = parts(region);
    for (let i = 0; region && i < list.length; i++) {
      const tail = list.slice(i).join("");
      if (name.startsWith(tail) && name.length > tail.length + 1) return name.slice(tail.length);
    }
    if (levels.includes(name[0])) return name.slice(1); // 市司法局, a short name
    return name.replace(/^.{2,3}?[省市县区旗州镇乡](?=.{3})/, "");
  }

  // otherNames are what a body is called as well, each with where that stands: 范例镇
  // and 镇政府 for 范例镇人民政府, 甲子区司法局 and 区司法局 for the 司法局 of 甲子区.
  function otherNames(name, region) {
    const place = /^(.*([省市县区旗州镇乡]))人民政府$/.exec(name);
    if (place) return [[place[1], ""], [`${place[1]}政府`, ""], [`${parts(place[1]).at(-1)}政府`, ""], [`${place[2]}政府`, "start"]];
    const own = ownName(name, region);
    if (region === "" || !levels.includes(region.at(-1)) || own === name) return [];
    return [[parts(region).at(-1) + own, ""], [region.at(-1) + own, "start"]];
  }

  class Known {
    constructor(manifest, reports) {
      this.years = new Set(reports.map((r) => r.year));
      this.units = manifest.units;
      this.asking = new Set(manifest.asking.map(plain));
      this.undone = new Set(manifest.undone.map(plain));
      this.unmet = manifest.unmet;
      this.words = new Map(); // of the trade: which indicators and terms they are of
      this.places = new Map(); // names of bodies and regions: which bodies they name
      this.own = new Map(); // 司法局: of which bodies it is the name
      this.short = new Map(); // what was looked up in own
      this.indicators = manifest.indicators.map(([id, name, rank, phrases, spoken, question, stated]) => ({ id, name, rank: rank || 6, phrases, spoken, question: plain(question), stated: stated === 1 }));
      this.terms = manifest.terms.map(([id, name, forms, spoken, meaning]) => ({ id, name, forms, spoken, meaning }));
      this.stated = this.indicators.filter((ind) => ind.stated); // by a report: their pages show something
      for (const ind of this.indicators) this.addIndicator(ind);
      for (const term of this.terms) {
        term.keys = [term.name, ...term.forms, ...term.spoken].map(plain);
        for (const key of term.keys) this.word(key).terms.push(term);
      }
      const published = new Set(reports.map((r) => r.body));
      this.regions = manifest.regions.map(([slug, name]) => ({ slug, name, bodies: [] }));
      this.bodies = manifest.bodies.map(([slug, name, , short, region], number) => ({ slug, name, short, region, number })).filter((b) => published.has(b.number));
      for (const body of this.bodies) this.regions[body.region]?.bodies.push(body.number);
      const numbered = new Map(this.bodies.map((b) => [b.number, b]));
      this.plans = manifest.plans.map(([number, year, undone, says]) => ({ body: numbered.get(number), number, year, undone, says }));
      this.addRegions(); // 示例县 is the region, not its government
      for (const body of this.bodies) this.addBody(body);
      this.longest = Math.max(2, ...[this.words, this.places, this.asking, this.undone].flatMap((m) => [...m.keys()].map((k) => k.length)));
    }

    word(key) {
      if (!this.words.has(key)) this.words.set(key, { indicators: [], terms: [] });
      return this.words.get(key);
    }

    addIndicator(ind) {
      ind.keys = [...new Set([ind.name, ...ind.phrases.map((p) => p.replaceAll("…", "")), ...ind.spoken].map(plain))];
      for (const key of ind.keys) this.word(key).indicators.push(ind);
      for (const phrase of ind.phrases) for (const part of phrase.split("…")) this.word(plain(part));
    }

    addBody(body) {
      const region = this.regions[body.region];
      this.place(body.name, [body.number], "单位", body.name, "");
      for (const [name, when] of otherNames(body.name, region?.name ?? "")) this.place(name, [body.number], "单位", name, when);
      if (body.short) this.place(body.short, [body.number], "单位", body.name, levels.includes(body.short[0]) ? "start" : "");
      body.own = [...new Set([body.name, body.short].filter(Boolean).map((n) => ownName(plain(n), region?.name ?? "")))].filter((n) => n.length > 2);
      for (const own of body.own) {
        if (!this.own.has(own)) this.own.set(own, []);
        this.own.get(own).push(body.number);
        this.place(own, [body.number], "单位", own, "");
      }
    }

    // addRegions notes the regions, and those above them: 示例市 names all bodies whose
    // region begins as 示例省示例市甲子区 does up to there.
    addRegions() {
      for (const region of this.regions) {
        const list = parts(region.name);
        list.forEach((name, i) => {
          for (let k = 0; k <= i; k++) this.place(list.slice(k, i + 1).join(""), region.bodies, "地区", name, "");
          if (name.length > 2) this.place(name.slice(0, -1), region.bodies, "地区", name, "alone");
        });
      }
    }

    // place notes a name: when is "start" where it must begin a word, "alone" where
    // besides something known must follow it.
    place(name, bodies, kind, label, when) {
      const key = plain(name);
      const known = this.places.get(key);
      if (key.length < 2 || (known && known.kind !== kind)) return;
      if (!known) return this.places.set(key, { kind, label, when, bodies: new Set(bodies) });
      for (const b of bodies) known.bodies.add(b);
      if (known.label !== label) known.label = name;
    }

    // at is the longest thing that a text holds at a place; fresh where no
    // unknown character stands before it, free where nothing known need follow.
    at(text, from, fresh, free = false) {
      for (let n = Math.min(this.longest, text.length - from); n > 0; n--) {
        const s = text.slice(from, from + n);
        if (this.words.has(s)) return { kind: "word", text: s };
        const place = this.places.get(s);
        if (place && (place.when === "" || (fresh && (place.when === "start" || free || this.goesOn(text, from + n))))) return { kind: "place", text: s, place };
        const shortened = fresh && n >= 3 && n <= 5 ? this.shortened(s) : null;
        if (shortened) return { kind: "place", text: s, place: shortened };
        if (this.asking.has(s)) return { kind: "ask", text: s };
      }
      return null;
    }

    // planAt is the longest word at a place that asks what came of a plan: 落实, and 落没落实,
    // which asks the same.
    planAt(text, from) {
      const twice = /^(.)[没不未]\1/u.test(text.slice(from)) ? from + 2 : from;
      for (const start of new Set([from, twice])) {
        for (let n = Math.min(this.longest, text.length - start); n > 1; n--) {
          if (this.undone.has(text.slice(start, start + n))) return { kind: "plan", text: text.slice(from, start + n) };
        }
      }
      return null;
    }

    // goesOn reports whether something known, or nothing, stands at a place.
    goesOn(text, from) {
      return from === text.length || /^\d{4}年?/.test(text.slice(from)) || this.at(text, from, true, true) !== null;
    }

    // shortened are the bodies that a short name may mean: 人社局, 住建局, 卫健委.
    shortened(s) {
      if (!/[局厅委办院]$/.test(s)) return null;
      if (!this.short.has(s)) {
        const bodies = new Set();
        const names = [];
        for (const [own, list] of this.own) {
          if (!inOrder(s, own.replace(/委员会$/, "委").replace(/办公室$/, "办")) || !(own.endsWith(s.at(-1)) || /[会室]$/.test(own))) continue;
          names.push(own);
          for (const b of list) bodies.add(b);
        }
        this.short.set(s, bodies.size > 0 ? { kind: "单位", label: names.length === 1 ? names[0] : s, when: "start", bodies } : null);
      }
      return this.short.get(s);
    }

    // synonyms are other ways in which reports write a word, none of which another
    // one or the word itself is a part of.
    synonyms(word) {
      const known = this.words.get(plain(word));
      if (!known) return [];
      const byRank = [...known.indicators].sort((a, b) => a.rank - b.rank).slice(0, 2);
      const forms = known.terms.flatMap((t) => [t.name, ...t.forms]);
      const phrases = byRank.flatMap((i) => i.phrases).filter((p) => forms.length === 0 || !p.includes("…")); // 办理…援助 says less than 法律援助
      const groups = [forms, phrases];
      const taken = [[plain(word)]];
      const list = [];
      for (const phrase of groups.flatMap((g) => [...new Set(g)].sort((a, b) => a.length - b.length))) {
        const pieces = phrase.split("…").map(plain); // folding would make three points of …
        if (list.length === most || taken.some((t) => holds(pieces, t))) continue;
        taken.push(pieces);
        list.push(phrase);
      }
      return list;
    }

    // offers are what a query may mean beyond the words of texts, the surest first.
    offers(query) {
      const { content, whole, cores, bodies } = query;
      if (query.plan) return [...this.offeredPlans(query), ...(bodies ? this.offeredPlaces(whole, bodies) : [])];
      const found = [];
      for (const ind of this.stated) {
        const score = likeness(ind, content, cores) + (ind.question && ind.question.replace(/[？?]$/, "") === whole.replace(/[？?]$/, "") ? 50 : 0);
        if (score > 0) found.push({ ind, score: score - ind.rank });
      }
      found.sort((a, b) => b.score - a.score); // those of one score in the catalogue's order
      const list = found.slice(0, 4).map(({ ind }) => ({ kind: "指标", name: ind.name, href: `indicators/${ind.id}/` }));
      const term = this.terms.find((t) => t.keys.includes(whole) || t.keys.includes(content)) ?? this.terms.find((t) => cores.some((c) => t.keys.includes(c)));
      if (term) list.splice(Math.min(2, list.length), 0, { kind: "名词", name: term.name, href: `glossary/#${term.id}`, says: term.meaning });
      const places = this.offeredPlaces(whole, bodies);
      const surer = content === "" || query.sole || (!bodies && places.length > 0 && !(found[0]?.score >= sure));
      return surer ? [...places, ...list] : [...list, ...places];
    }

    // like are indicators that share two neighbouring characters with what nothing
    // was found for.
    like(content) {
      const pairs = [...content].slice(1).map((c, i) => content[i] + c);
      const shared = (ind) => pairs.filter((p) => ind.keys.some((k) => k.includes(p))).length;
      const list = this.stated.map((ind) => ({ ind, n: shared(ind) })).filter(({ n }) => n > 0);
      list.sort((a, b) => b.n - a.n || a.ind.rank - b.ind.rank);
      return list.slice(0, 3).map(({ ind }) => ({ name: ind.name, href: `indicators/${ind.id}/` }));
    }

    // offeredPlans are pages on what came of plans, of the newest year first, and of one
    // year where most was not done; where the years that are asked for have none, of any.
    offeredPlans({ bodies, years }) {
      const ofBodies = this.plans.filter((p) => p.body && (!bodies || bodies.has(p.number)));
      const ofYears = ofBodies.filter((p) => !years || years.has(p.year));
      const list = [...(ofYears.length > 0 ? ofYears : ofBodies)].sort((a, b) => b.year - a.year || b.undone - a.undone);
      const shown = list.slice(0, shownPlans).map(({ body, year, says }) => ({ kind: "安排", name: `${body.short || body.name}${year}年的安排`, href: `bodies/${body.slug}/promises/${year}/`, says }));
      return list.length > shownPlans ? [...shown, { kind: "安排", name: "各单位哪些没做到", href: "#undone" }] : shown;
    }

    offeredPlaces(whole, chosen) {
      const like = (name) => whole.length > 1 && plain(name).includes(whole);
      const shown = 4;
      const bodies = this.bodies.filter((b) => (chosen ? chosen.has(b.number) : like(b.name) || like(b.short)));
      const regions = this.regions.filter((r) => (chosen ? bodies.length > 1 && r.bodies.length === bodies.length && r.bodies.every((b) => chosen.has(b)) : like(r.name)));
      return [
        ...regions.slice(0, 2).map((r) => ({ kind: "地区", name: r.name, href: `regions/${r.slug}/` })),
        ...(regions.length > 0 && bodies.length > shown ? [] : bodies.slice(0, shown)).map((b) => ({ kind: "单位", name: b.name, href: `bodies/${b.slug}/` })),
      ];
    }
  }

  const most = 12; // synonyms
  const shownPlans = 4;
  const sure = 74; // of an indicator: its name holds the query

  // holds reports whether all parts of a phrase stand in another one.
  function holds(pieces, inner) {
    let piece = 0;
    let from = 0;
    for (const part of inner) {
      let at = -1;
      while (piece < pieces.length && (at = pieces[piece].indexOf(part, from)) < 0) {
        piece++;
        from = 0;
      }
      if (at < 0) return false;
      from = at + part.length;
    }
    return true;
  }

  // likeness says how well the words of an indicator fit what is asked for.
  function likeness({ name, keys }, content, cores) {
    let best = 0;
    for (const key of keys) {
      let score = 0;
      if (key === content) score = 100;
      else if (content.length > 1 && key.includes(content)) score = name.includes(content) ? 80 : 75;
      else if (key.length > 2 && content.includes(key)) score = 60 + Math.min(key.length, 14);
      else if (cores.includes(key)) score = 50;
      best = Math.max(best, score);
    }
    return best;
  }

  return { Known, plain };
})();
