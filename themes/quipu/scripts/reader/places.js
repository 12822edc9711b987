// The files of places: classic scripts that each hand their data to one callback, so
// that the same bytes work over http and from file://.

const waiting = {};
const kept = {};

window.quipu = (name, data) => waiting[name](data);

/** The data of a file; `folder` leads to the files' folder. */
export function load(folder, name) {
  const address = `${folder}municipios/${name}.js`;
  kept[address] = kept[address] || request(address, name);
  return kept[address];
}

function request(address, name) {
  return new Promise((resolve, reject) => {
    waiting[name] = resolve;
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => script.remove();
    script.onerror = () => {
      delete kept[address];
      reject(Error(address));
    };
    document.head.append(script);
  });
}
