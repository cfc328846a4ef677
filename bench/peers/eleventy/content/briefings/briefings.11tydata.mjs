export default { layout: "story.njk", permalink: (data) => `/briefings/${data.page.fileSlug}.html` };
