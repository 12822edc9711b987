// Loads the data files of places: classic scripts that pass their data to one callback, so
// that the same bytes work over HTTP and from file://.

const waiting = {};
const kept = {};

window.quipu = (name, data) => waiting[name](data);

/** Returns a promise of the data of a file; `folder` is the path of the folder that contains `municipios/`. */
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
    // Has no effect if the script has already passed its data.
    script.onload = script.onerror = () => {
      script.remove();
      reject(Error(address));
    };
    document.head.append(script);
  });
}
