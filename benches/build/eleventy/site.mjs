export const SITE = {
  base: "https://casos.example",
  title: "Casos inventados",
  description: "Una colección inventada para medir.",
};
