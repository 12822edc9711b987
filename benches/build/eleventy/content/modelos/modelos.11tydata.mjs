export default { layout: "model.11ty.mjs", permalink: ({ page }) => `/modelos/${page.filePathStem.split("/").at(-2)}.html` };
