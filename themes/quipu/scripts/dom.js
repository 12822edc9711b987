// Elements made by scripts: text never becomes markup.

/** Adds an element to a parent. */
export function add(parent, name, textContent = "", className) {
  const element = document.createElement(name);
  element.textContent = textContent;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

/** Adds a button to a parent that is in no form. */
export const addButton = (parent, text, onclick) => Object.assign(add(parent, "button", text), { onclick });
