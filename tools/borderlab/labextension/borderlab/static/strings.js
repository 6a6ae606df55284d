/* The few sentences of the frame around a notebook, in the notebook's language.
 * The widgets get theirs from Python; here no kernel has started yet. */

const EN = {
  frame: "Lesson",
  home: "Home",
  previous: "Previous section",
  next: "Next section",
  section: "Section {n} of {m}",
  answered: "{n} of {m} answered",
  run: "Run this code",
  showCode: "Show code",
  hideCode: "Hide code",
  toggle: "Borderlab: show or hide the code of this notebook",
  starting: "Starting…",
  ready: "Ready",
  waiting: "Waiting until another calculation ends…",
  stopped: "The page lost its connection. Your saved answers are safe.",
  again: "Start again",
  repeated: "The page stopped several times, so it no longer starts by itself.",
  noKernel: "Nothing is running behind this page yet.",
};

const FR = {
  frame: "Leçon",
  home: "Accueil",
  previous: "Partie précédente",
  next: "Partie suivante",
  section: "Partie {n} sur {m}",
  answered: "Réponses\u00a0: {n} sur {m}",
  run: "Exécuter ce code",
  showCode: "Afficher le code",
  hideCode: "Masquer le code",
  toggle: "Borderlab\u00a0: afficher ou masquer le code de ce cahier",
  starting: "Démarrage…",
  ready: "Prêt",
  waiting: "En attente de la fin d’un autre calcul…",
  stopped: "La page a perdu sa connexion. Vos réponses enregistrées sont conservées.",
  again: "Redémarrer",
  repeated: "La page s’est arrêtée plusieurs fois\u00a0; elle ne redémarre plus d’elle-même.",
  noKernel: "Rien n’est encore en marche derrière cette page.",
};

const ES = {
  frame: "Lección",
  home: "Inicio",
  previous: "Sección anterior",
  next: "Sección siguiente",
  section: "Sección {n} de {m}",
  answered: "Respuestas: {n} de {m}",
  run: "Ejecutar este código",
  showCode: "Mostrar el código",
  hideCode: "Ocultar el código",
  toggle: "Borderlab: mostrar u ocultar el código de este cuaderno",
  starting: "Iniciando…",
  ready: "Listo",
  waiting: "Esperando a que termine otro cálculo…",
  stopped: "La página perdió la conexión. Sus respuestas guardadas están a salvo.",
  again: "Reiniciar",
  repeated: "La página se detuvo varias veces y ya no se inicia por sí sola.",
  noKernel: "Todavía no hay nada en marcha detrás de esta página.",
};

const TABLES = { en: EN, fr: FR, es: ES };

/** The texts of one language (English when unknown), with a helper that fills {placeholders}. */
export const texts = (language) => {
  const table = TABLES[language] ?? EN;
  return {
    ...table,
    fill: (name, values) => table[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole),
  };
};
