// Asks the parser of the search page queries of all kinds of pieces, at random but
// always the same, and tells what it does wrong.
(async (base, rounds) => {
  const ready = await searchIndex.load(base);
  const pieces = [
    "2023年", "2023", "２０２２年度", "1999年", "2021-2023年", "去年", "〔2023〕", "司法局", "市监局", "河东区", "河东", "示例市", "示例市河东区司法局", "法援", "民告官", "调解", "纠纷", "多少", "谁", "最多",
    "三十件", "百分之", "一万二", "两", "点", "〇", "没做到", "去年说的", "承诺", "二〇二三年", "1.2万", "12,000", "1..2", "00", "87%", "9".repeat(40), "件", "元", " ", "　", "…", "“", "”", "(", "[", "\\", "*", "?", ".", "𠮷", "㏂", "①②", "e\u0301", "\u0301", "\ud800", "<b>", "a", "法", "局", "区", "年", "的", "了",
  ];
  let seed = 7;
  const below = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const wrong = [];
  for (let i = 0; i < rounds && wrong.length < 5; i++) {
    const text = Array.from({ length: 1 + below(9) }, () => pieces[below(pieces.length)]).join("").slice(0, 100);
    const start = performance.now();
    try {
      const asked = searchQuery.parse(text, ready.known, { now: 2024 });
      for (const chip of asked.chips) {
        const shorter = asked.text.slice(0, chip.from) + asked.text.slice(chip.to);
        if (!(chip.from >= 0 && chip.to > chip.from && shorter.length < asked.text.length)) wrong.push(`${text}: a chip at ${chip.from} to ${chip.to}`);
      }
      // Whatever is looked for besides, a text that is the query is found.
      const folded = searchText.fold(asked.text);
      const found = asked.asked.length > 0 && searchText.find(folded, asked.asked);
      if (asked.asked.length > 0 && !found && !searchText.find(folded, asked.literal)) wrong.push(`${text} does not find itself`);
      for (const [from, to] of found || []) if (!(from >= 0 && to > from && to <= asked.text.length)) wrong.push(`${text}: found at ${from} to ${to}`);
      ready.known.offers(asked);
      ready.known.like(asked.content);
      await ready.candidates(asked.asked, { bodies: asked.bodies, years: asked.years });
    } catch (error) {
      wrong.push(`${JSON.stringify(text)}: ${error.stack}`);
    }
    if (performance.now() - start > 1000) wrong.push(`${text} takes ${performance.now() - start} ms`);
  }
  return wrong;
})
