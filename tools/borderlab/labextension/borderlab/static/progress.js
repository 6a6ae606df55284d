/* How many questions of a notebook are answered, from the files beside it. */

const SETTLE_MS = 700;

const readJson = async (contents, path) => {
  const file = await contents.get(path, { type: "file", format: "text", content: true });
  return JSON.parse(file.content);
};

const answeredIn = (saved, ids) =>
  ids.filter((id) => saved?.answers?.[id]?.value !== undefined && saved.answers[id].value !== null).length;

export class Progress {
  /** `show(answered, total)` is called when either number changes. */
  constructor(panel, contents, show) {
    this.contents = contents;
    this.folder = panel.context.path.split("/").slice(0, -1).join("/");
    this.show = show;
    this.ids = [];
    this.seen = null;
    this.timer = 0;
    this.panel = panel;
    panel.sessionContext.statusChanged.connect((_, status) => status === "idle" && this.#soon());
  }

  /** Read which questions there are; a notebook without questions shows no progress. */
  async begin() {
    try {
      const set = await readJson(this.contents, this.#path("questions.json"));
      this.ids = set.questions.map((question) => question.id);
    } catch {
      this.ids = [];
    }
    await this.update();
  }

  #path(name) {
    return this.folder ? `${this.folder}/${name}` : name;
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), SETTLE_MS);
  }

  async update() {
    if (this.ids.length === 0 || this.panel.isDisposed) return;
    try {
      // The listing first: asking for a file that is not there yet is an error in the server's log.
      const listing = await this.contents.get(this.folder, { content: true });
      const file = listing.content.find((entry) => entry.name === "answers.json");
      if (file && file.last_modified === this.seen) return;
      this.seen = file?.last_modified ?? null;
      const saved = file ? await readJson(this.contents, file.path) : {};
      this.show(answeredIn(saved, this.ids), this.ids.length);
    } catch {
      // Progress is a comfort: an unreadable file is the widgets' to report.
    }
  }
}
