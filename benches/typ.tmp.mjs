import { launch } from "./search/browser.mjs";
import { quipu } from "./search/engines/quipu.mjs";
import { QUERIES } from "./search/queries.mjs";
import { serve } from "./search/server.mjs";
import { measureTyping } from "./search/typing.mjs";
const server = await serve(process.argv[2]);
for (let i=0;i<Number(process.argv[3]||2);i++){
const browser = await launch();
const t=await measureTyping(browser, server, quipu, QUERIES);
console.log(JSON.stringify(t));
await browser.close();}
server.close();
