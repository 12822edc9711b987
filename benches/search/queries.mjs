// What people might type over the invented collection: one to three words each.

export const QUERIES = [
  "café",
  "registro de canes",
  "alumbrado público",
  "catastro rural",
  "riego tecnificado",
  "paneles solares",
  "miel de abeja",
  "feria artesanal",
  "turismo comunitario",
  "mototaxis",
  "cementerio",
  "bibliotecas",
  "ordenanza municipal",
  "impuesto predial",
  "productores de queso",
  "papa nativa",
  "internet rural",
  "rondas campesinas",
  "personas con discapacidad",
  "mantenimiento de caminos",
];
