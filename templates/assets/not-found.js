// A reversed address leads to the page of the pair, and so does that of a vendor that was renamed.
export default async (root, event, { list, gaps, comparison }) => {
  const index = await list();
  const renamed = new Map(Object.entries(index.renamed ?? {}));
  const path = location.pathname.replace(/\/?$/, "/");
  const [a, b] = gaps(index.paths.comparison, path).map((slug) => renamed.get(slug) ?? slug);
  for (const category of index.categories) {
    const slugs = new Set(category.vendors.map((vendor) => vendor.slug));
    if (a !== b && slugs.has(a) && slugs.has(b)) location.replace(comparison(index, a, b));
  }
};
