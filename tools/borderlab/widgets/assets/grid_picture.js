// The field of consignments, drawn on a canvas. Every kind has a shape of its own besides its
// colour: small square = legal, diamond = illegal, ring = alert, hollow diamond = missed.

import { shuffled } from "./chance.js";

export const COLOURS = {
  light: { cell: "#b9c8d0", faint: "#dde5e9", illegal: "#a0281f", alert: "#9a5b00", back: "#ffffff" },
  dark: { cell: "#51626c", faint: "#313e45", illegal: "#ff8a7e", alert: "#f0b04a", back: "#182025" },
};

export function colours() {
  return document.body.dataset.jpThemeLight === "false" ? COLOURS.dark : COLOURS.light;
}

export function diamond(pen, x, y, r, { hollow = false, colour, back }) {
  pen.beginPath();
  pen.moveTo(x, y - r);
  pen.lineTo(x + r, y);
  pen.lineTo(x, y + r);
  pen.lineTo(x - r, y);
  pen.closePath();
  pen.fillStyle = hollow ? back : colour;
  pen.fill();
  pen.lineWidth = Math.max(1.2, r * 0.3);
  pen.strokeStyle = colour;
  if (hollow) pen.stroke();
}

export function ring(pen, x, y, r, colour) {
  pen.beginPath();
  pen.arc(x, y, r, 0, Math.PI * 2);
  pen.lineWidth = Math.max(1.3, r * 0.34);
  pen.strokeStyle = colour;
  pen.stroke();
}

function cross(pen, x, y, r, colour) {
  pen.beginPath();
  pen.moveTo(x - r, y - r);
  pen.lineTo(x + r, y + r);
  pen.moveTo(x + r, y - r);
  pen.lineTo(x - r, y + r);
  pen.lineWidth = Math.max(1.3, r * 0.4);
  pen.strokeStyle = colour;
  pen.stroke();
}

/** A canvas fitted to its width; returns {canvas, draw(scene), alertAt(event)}. */
export function makePicture(consignments, seed) {
  const canvas = document.createElement("canvas");
  const order = shuffled(consignments, seed);
  canvas.className = "bl-grid-canvas";
  canvas.setAttribute("role", "img");
  let blocks = [];

  function prepare(columns) {
    const rows = Math.ceil(consignments / columns);
    const width = canvas.clientWidth || 320;
    const cell = width / (columns + 2);
    const height = cell * (rows + 2);
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.style.height = `${height}px`;
    const pen = canvas.getContext("2d");
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    return { pen, cell, width, height };
  }

  function drawField(columns, scene, paint) {
    const { pen, cell } = prepare(columns);
    const { counts, step } = scene;
    pen.fillStyle = step === "all" ? paint.cell : paint.faint;
    const inner = cell * (cell > 5 ? 0.68 : 0.72);
    const at = (place) => [
      cell * (1.5 + (place % columns)),
      cell * (1.5 + Math.floor(place / columns)),
    ];
    for (let place = 0; place < consignments; place += 1) {
      const [x, y] = at(place);
      pen.fillRect(x - inner / 2, y - inner / 2, inner, inner);
    }
    if (step === "all") return;
    const size = Math.max(cell * 0.95, 4);
    const mark = { colour: paint.illegal, back: paint.back };
    const real = order.slice(0, counts.real);
    const missed = order.slice(counts.real, counts.illegal);
    if (step === "illegal") {
      for (const place of [...real, ...missed]) diamond(pen, ...at(place), size, mark);
      return;
    }
    for (const place of order.slice(consignments - counts.false)) {
      ring(pen, ...at(place), size * 0.8, paint.alert);
    }
    for (const place of real) {
      diamond(pen, ...at(place), size * 0.9, mark);
      ring(pen, ...at(place), size * 1.35, paint.alert);
    }
    for (const place of missed) diamond(pen, ...at(place), size, { ...mark, hollow: true });
  }

  /** The alerts alone, larger: sorted (real ones first), or in random order to be opened. */
  function drawAlerts(columns, scene, paint) {
    const { pen, width, height } = prepare(columns);
    const { counts, step, mixed, opened } = scene;
    const n = counts.alerts;
    blocks = [];
    if (n === 0) return;
    const room = Math.min(46, Math.sqrt((width * height * 0.92) / n));
    const across = Math.max(1, Math.floor((width - 4) / room));
    const r = room * 0.34;
    for (let index = 0; index < n; index += 1) {
      const x = room * (0.5 + (index % across)) + 2;
      const y = room * (0.5 + Math.floor(index / across)) + 2;
      const isReal = step === "open" ? mixed[index] < counts.real : index < counts.real;
      const isOpen = step === "only" || opened.has(index);
      blocks.push({ index, x, y });
      if (!isOpen) {
        pen.fillStyle = paint.alert;
        pen.beginPath();
        pen.roundRect(x - r, y - r, 2 * r, 2 * r, r * 0.4);
        pen.fill();
        if (r > 4) {
          pen.fillStyle = paint.back;
          pen.font = `bold ${Math.round(r * 1.3)}px sans-serif`;
          pen.textAlign = "center";
          pen.textBaseline = "middle";
          pen.fillText("?", x, y + r * 0.08);
        }
      } else if (isReal) {
        diamond(pen, x, y, r * 0.85, { colour: paint.illegal });
        ring(pen, x, y, r * 1.2, paint.alert);
      } else {
        ring(pen, x, y, r * (step === "open" ? 1 : 0.8), paint.alert);
        if (step === "open") cross(pen, x, y, r * 0.4, paint.alert);
      }
    }
  }

  return {
    canvas,
    draw(scene) {
      const columns = Math.ceil(Math.sqrt(consignments * (canvas.clientWidth < 480 ? 1 : 1.5625)));
      blocks = [];
      const field = ["all", "illegal", "alerts"].includes(scene.step);
      (field ? drawField : drawAlerts)(columns, scene, colours());
    },
    alertAt(event) {
      const box = canvas.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      const near = blocks.map((block) => [Math.hypot(block.x - x, block.y - y), block.index]);
      near.sort((a, b) => a[0] - b[0]);
      return near.length && near[0][0] < 24 ? near[0][1] : null;
    },
  };
}
