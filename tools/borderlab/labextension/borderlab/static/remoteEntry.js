/* The module-federation container that JupyterLab asks of a prebuilt extension, written by hand so
 * that the kit needs no npm. JupyterLab calls init() with its shared modules and then
 * get("./extension"), which must answer with a factory of an ES module. */
(() => {
  const here = document.currentScript.src;
  let shared = {};

  /** Load one of JupyterLab's own modules, of which exactly one version is shared. */
  const lab = async (name) => {
    const versions = Object.values(shared[name] ?? {});
    if (versions.length === 0) throw new Error(`JupyterLab does not share ${name}`);
    const offer = versions.find((version) => version.loaded) ?? versions[0];
    return (await offer.get())();
  };

  const container = {
    init: (scope) => {
      shared = scope;
    },
    get: async (name) => {
      if (name !== "./extension") throw new Error(`borderlab has no module ${name}`);
      const { plugin } = await import(new URL("plugin.js", here));
      const module = { __esModule: true, default: await plugin(lab) };
      return () => module;
    },
  };

  globalThis._JUPYTERLAB = globalThis._JUPYTERLAB ?? {};
  globalThis._JUPYTERLAB.borderlab = container;
})();
