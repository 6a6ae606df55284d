// Counts of a lane, as in borderlab/figures/base_rate.py, and numbers in the reader's notation.

/** Expected counts: exact ones, and whole ones that add up. */
export function laneCounts({ consignments, illegal, sensitivity, falseAlarm }) {
  const realExact = illegal * sensitivity;
  const falseExact = (consignments - illegal) * falseAlarm;
  const alertsExact = realExact + falseExact;
  const real = Math.floor(realExact + 0.5);
  const wrong = Math.floor(falseExact + 0.5);
  const share = alertsExact > 0 ? realExact / alertsExact : null;
  const passed = consignments - alertsExact;
  return {
    consignments,
    illegal,
    realExact,
    falseExact,
    alertsExact,
    real,
    false: wrong,
    alerts: real + wrong,
    missed: illegal - real,
    share,
    oneIn: share ? Math.floor(1 / share + 0.5) : null,
    missedShare: passed > 0 ? Math.max(0, illegal - realExact) / passed : null,
  };
}

/** A function that writes numbers with the signs that the kernel names for the language. */
export function numberWriter({ decimal, group, group_from: groupFrom, percent }) {
  const write = (x, digits = 0) => {
    const [whole, fraction] = Math.abs(x).toFixed(digits).split(".");
    const grouped =
      whole.length < groupFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
    const sign = x < 0 && Number(Math.abs(x).toFixed(digits)) !== 0 ? "−" : "";
    return sign + grouped + (fraction ? decimal + fraction : "");
  };
  write.percent = (share, digits = 0) => percent.replace("{n}", write(share * 100, digits));
  return write;
}

/** The form of a sentence for a count: forms is {one, other}. */
export function plural(forms, count, language) {
  return forms[new Intl.PluralRules(language).select(count) === "one" ? "one" : "other"];
}
