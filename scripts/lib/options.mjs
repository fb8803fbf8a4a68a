import { parseArgs } from "node:util";
import { Stop, say } from "./say.mjs";

/**
 * What a command was told, {values, positionals}; anything that it does not know is refused in one sentence with what it
 * does know. `usage` is that: "npm start [-- --port 5081] …". `most` is how many words it takes beside options.
 */
export function options(usage, known = {}, most = 0) {
  const wrong = (why) => new Stop(`${why}. Use: ${usage}`);
  let read;
  try {
    read = parseArgs({ options: { ...known, help: { type: "boolean", short: "h" } }, allowPositionals: true });
  } catch (error) {
    throw wrong(sentence(error));
  }
  if (read.values.help) {
    say(`Use: ${usage}`);
    process.exit(0);
  }
  if (read.positionals.length > most) throw wrong(`"${read.positionals[most]}" says nothing to this command`);
  return read;
}

/** A number among the words of a command. */
export function number(usage, text, { least, most }) {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Stop(`"${text}" is no number from ${least} to ${most}. Use: ${usage}`);
}

/** Of what parseArgs says, what is meant for users. */
const sentence = ({ code, message }) =>
  code === "ERR_PARSE_ARGS_UNKNOWN_OPTION"
    ? `There is no option ${/'(-[^']*)'/.exec(message)?.[1] ?? "of this name"}`
    : message.split("\n")[0].replace(/\.$/, "");
