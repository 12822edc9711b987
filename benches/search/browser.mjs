import puppeteer from "puppeteer-core";
import { ARGUMENTS, EXECUTABLE } from "../../tests/browser/chromium.js";

export function launch() {
  return puppeteer.launch({
    executablePath: EXECUTABLE,
    headless: true,
    protocolTimeout: 600_000,
    args: ARGUMENTS,
  });
}
