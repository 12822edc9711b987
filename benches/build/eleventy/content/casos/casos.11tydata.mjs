export default { layout: "case.11ty.mjs", tags: ["casos"], permalink: ({ page }) => `/casos/${page.fileSlug}.html` };
