// Controls that are less than 44 px high. Links within a sentence are as high
// as its lines.
[...document.querySelectorAll("nav a, .brand, summary, .links a, .downloads a, .keys a, .mini a, .more, .chart td a, .numbers > li > a, .site-foot .foot-links a, .find input, .find select, .find button, .find-hit, .terms .back")]
  .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
  .filter((e) => e.getBoundingClientRect().height < 43.5)
  .map((e) => `a control of ${e.getBoundingClientRect().height} px: ${e.outerHTML.slice(0, 120)}`)
