// The files of places: classic scripts that each hand their data to one callback, so
// that the same bytes work over http and from file://.

const waiting = {};
const kept = {};

window.quipu = (name, data) => waiting[name](data);

/** The data of a file; `folder` leads to the files' folder. */
export function load(folder, name) {
  const address = `${folder}municipios/${name}.js`;
  if (!kept[address]) {
    kept[address] = request(address, name);
    kept[address].catch(() => delete kept[address]);
  }
  return kept[address];
}

function request(address, name) {
  return new Promise((resolve, reject) => {
    waiting[name] = resolve;
    const script = document.createElement("script");
    script.src = address;
    // Once its data were handed over, this changes nothing.
    script.onload = script.onerror = () => {
      script.remove();
      reject(Error(address));
    };
    document.head.append(script);
  });
}
