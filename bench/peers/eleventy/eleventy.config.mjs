// The same site for Eleventy: what its pages share is gathered once, in collections.
const PER_PAGE = 60;
const IN_FEED = 50;
const RELATED = 5;
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const slugify = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const dayOf = (story) => story.date.toISOString().slice(0, 10);

function group(stories, keysOf) {
  const groups = new Map();
  for (const story of stories)
    for (const key of keysOf(story)) groups.has(key) ? groups.get(key).push(story) : groups.set(key, [story]);
  return groups;
}

function paginate(kind, folder, groups) {
  return [...groups].flatMap(([name, stories]) => {
    const slug = slugify(name);
    const total = Math.ceil(stories.length / PER_PAGE);
    const url = (number) => `/${folder}/${slug}${number > 1 ? number : ""}.html`;
    return Array.from({ length: total }, (_, at) => ({
      name, kind, total, number: at + 1, count: stories.length, url: url(at + 1),
      newer: at > 0 && url(at), older: at + 1 < total && url(at + 2),
      feed: `/feeds/${kind}-${slug}.rss.xml`, stories: stories.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
    }));
  });
}

function relate(stories, byTag) {
  for (const story of stories) {
    const shared = new Map();
    for (const tag of story.data.topics)
      for (const other of byTag.get(tag)) if (other !== story) shared.set(other, (shared.get(other) ?? 0) + 1);
    story.data.related = [...shared].sort((a, b) => b[1] - a[1]).slice(0, RELATED).map(([other]) => other);
  }
}

function gather(api) {
  const stories = api.getFilteredByGlob("content/briefings/*.md").sort((a, b) => b.date - a.date);
  const tags = group(stories, (story) => story.data.topics);
  const sections = group(stories, (story) => [story.data.section]);
  const days = [...group(stories, (story) => [dayOf(story)])];
  relate(stories, tags);
  stories.forEach((story, at) => Object.assign(story.data, { newer: stories[at - 1], older: stories[at + 1] }));
  const feed = (kind, [name, own]) => ({ name, url: `/feeds/${kind}-${slugify(name)}.rss.xml`, stories: own.slice(0, IN_FEED) });
  return {
    stories, days,
    tags: [...tags].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    sections: [...sections.keys()].sort(),
    lists: [...paginate("tag", "tags", tags), ...paginate("section", "sections", sections)],
    months: [...group(days, ([day]) => [day.slice(0, 7)])].map(([month, own]) => ({ month, days: own, count: own.reduce((sum, [, all]) => sum + all.length, 0) })),
    feeds: [
      { name: "The Valdoro Briefing", url: "/feeds/all.rss.xml", stories: stories.slice(0, IN_FEED) },
      ...[...tags].map((each) => feed("tag", each)), ...[...sections].map((each) => feed("section", each)),
    ],
  };
}

export default function (config) {
  let gathered;
  config.on("eleventy.before", () => { gathered = undefined; });
  const collect = (name) => config.addCollection(name, (api) => (gathered ??= gather(api))[name]);
  ["stories", "days", "tags", "sections", "lists", "months", "feeds"].forEach((name) => collect(`${name}`));
  config.addFilter("topic", slugify);
  config.addFilter("iso", (date) => date.toISOString().replace(".000Z", "+00:00"));
  config.addFilter("long", (date) => `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`);
  config.addFilter("rfc", (date) => date.toUTCString().replace("GMT", "+0000"));
  config.addFilter("path", (day) => day.replaceAll("-", "/"));
  config.addFilter("first", (list, number) => list.slice(0, number));
  config.addPassthroughCopy({ static: "theme" });
  config.setQuietMode(true);
  return { dir: { input: "content", output: "output" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
