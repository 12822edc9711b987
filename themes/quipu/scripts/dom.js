// Creates elements; text is never parsed as markup.

/** Appends an element to a parent. */
export function add(parent, name, textContent = "", className) {
  const element = document.createElement(name);
  element.textContent = textContent;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

/** Appends a button to a parent, which must not be inside a form: it would submit it. */
export const addButton = (parent, text, onclick) => Object.assign(add(parent, "button", text), { onclick });
