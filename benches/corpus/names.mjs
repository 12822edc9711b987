// Names of people, places and institutions: the long tail of a real vocabulary.

import { createRandom, heavyTailedRank, zipfian } from "./random.mjs";

const words = (text) => text.trim().split(/\s+/);

const GIVEN = words(`
  María Juan José Luis Carlos Rosa Ana Jorge Carmen Víctor Julia Manuel Luz Miguel Elena Pedro Juana César Marina
  Roberto Teresa Fernando Gladys Walter Norma Raúl Nelly Ricardo Silvia Hugo Martha Julio Flor Alberto Isabel
  Segundo Santos Eusebia Wilmer Yesenia Édgar Maribel Percy Yovana Róger Delia Abel Nancy Rubén Edith Óscar Zoila
  Elmer Dina Fredy Lourdes Hernán Vilma Teófilo Hilda Saturnino Felícitas Máximo Paulina Leoncio Basilia Gregorio
  Nicolasa Tomás Fortunata Celestino Agripina Mauro Sabina Demetrio Benita Anacleto Honorata Lizbeth Jhon Katherine
  Brayan Shirley Kevin Milagros Yenny Deysi Rolando Emérita Néstor Noemí Simón Raquel Elías Judith Isaías Ruth
`);

const SURNAMES = words(`
  Quispe Flores Rodríguez Sánchez García Rojas Mamani Díaz Vásquez Ramos Torres Huamán Chávez Mendoza López Pérez
  Castillo Espinoza Gonzales Fernández Cruz Gutiérrez Condori Vargas Ramírez Castro Cárdenas Romero Ruiz Álvarez
  Apaza Choque Huanca Ccori Pari Tito Yupanqui Sulca Palomino Cusi Poma Rivera Salazar Medina Aguilar Herrera
  Paredes Silva Delgado Campos Guerrero Morales Ortiz Salas Córdova Núñez Carrasco Villanueva Reyes Peña Vega León
  Tapia Cabrera Alarcón Zapata Chero Sernaqué Yovera Inga Shupingahua Tuanama Sangama Pinedo Tapullima Cachique
  Pizango Wajajay Shimbucat Tsamajain Tello Bardales Grández Mozombite Panduro Murayari Canayo Ríos Chota Maynas
  Cumapa Fasabi Isuiza Pezo Lozano Arévalo Saavedra Valles Coral Culqui Chuquizuta Mestanza Goicochea Cubas Tarrillo
  Bustamante Irigoín Vallejos Cieza Guevara Mejía Solano Trujillo Albornoz Ascanio Tucto Cotrina Evangelista
`);

const PATRONS = words(`
  Santa San Virgen Señor Divino Nuestra Nueva Nuevo Alto Bajo Villa Puerto Gran Bello Buenos Monte Dos Tres Centro
`);

const HEADS = words(`
  a acco aco agua allpa an anta api ar asha aya ca cachi calla cani capa cara casa ccaca ccello ccochi ccolla ccori
  chaca chacra challa cham chari chaupi chichu chilca chin chiqui choque chu chulla chumbi chunga chuqui co coca colla
  concho condor cora cori cuchi cuello cullu cuni curi cusi gua hana hatun hua huaca hualla huaman huanca huara
  huari huay huaylla huicho huma icha illa inca ira isco jachi jatun jocha juli jun lachi lampa larca lla llama llau
  lli lloque lluchu lu maca machu mallma mama manco mara masho matara mayo mi mira mollo moro moya muña muyu na nahui
  ñaña ñahui nuna o ocro olla orco oro oxa paca pacay palca palla pampa panti paqui para pariza parco patay paucar
  pauca pichi piña pircca pisco pitu poma pucu pucará puca puma puncu puno puru qui quecha quehue quello quero quichi
  quillo quinua quiru rachi rami raura rayo ri ronda rumi runa sacsa salla sama sanca saya sechi sha shapi shilla
  shin shiri sho shumba si sico soco sora suca sulla suma suro tacta taca talla tambo tapu taray taya ticla timbo
  tinco tinta toro tota tuco tuna tupac uchu ulla uma urco uru usca utca vilca vira wampi wari yaca yana yaku yarni
  yauli yura yuri yungay zapa zura zumba mantsi tsiri kuya kawi shima otari pango samani kiri nuevo tari impane
`);

const TAILS = words(`
  pampa bamba marca cocha yacu huasi orcco tambo pata cancha mayo rumi cucho punta puquio huayco cachi llacta chaca
  yoc ccasa moqo urco chayoc huaylla niyoc ari niwa shiari teni reni roni sati toni mashi kanga ntza entsa nayim is
  caca loma oc ay ina uma ani iri ullo aca ache ique era ata ote ucro ana anca illo uni ocoto ancha unta aylla anga
`);

const NAME_SEED = 7001;

/** The name of that rank: a low rank comes often, and there is always one that has not come yet. */
function inventedName(rank) {
  const random = createRandom(NAME_SEED, rank);
  const middle = rank > 400 && random.chance(45) ? random.pick(HEADS) : "";
  const name = random.pick(HEADS) + middle + random.pick(TAILS);
  return name[0].toUpperCase() + name.slice(1);
}

const givenName = zipfian(GIVEN, 12);
const commonSurname = zipfian(SURNAMES, 15);

export const rareName = (random) => inventedName(heavyTailedRank(random, 91, 10));

const surname = (random) => (random.chance(80) ? commonSurname(random) : rareName(random));

export function person(random) {
  const second = random.chance(30) ? ` ${givenName(random)}` : "";
  return `${givenName(random)}${second} ${surname(random)} ${surname(random)}`;
}

export function community(random) {
  const name = random.chance(35) ? `${random.pick(PATRONS)} ${rareName(random)}` : rareName(random);
  const kind = random.pick(["la comunidad campesina de", "el caserío", "el anexo de", "el centro poblado", "el barrio", "el sector", "la comunidad de", "el pueblo de"]);
  return `${kind} ${name}`;
}

const LETTERS = "AEIOUAEIOUBCDFGHJLMNPRSTV";

export function acronym(random) {
  const length = random.between(3, 7);
  return Array.from({ length }, (_, i) => LETTERS[i % 2 ? random.below(10) : random.below(LETTERS.length)]).join("");
}

export function institution(random, district) {
  const kinds = [
    () => `la Asociación ${random.pick(["de Productores", "de Vecinos", "de Mujeres", "Agropecuaria", "Cultural"])} ${rareName(random)} (${acronym(random)})`,
    () => `la Cooperativa ${rareName(random)}`,
    () => `la Municipalidad Distrital de ${district.name}`,
    () => `la Municipalidad Provincial de ${district.province}`,
    () => `el Instituto ${random.pick(["Superior", "Técnico", "de Estudios"])} ${surname(random)}`,
    () => `la empresa ${surname(random)} e Hijos`,
    () => `la Institución Educativa N.° ${random.between(10001, 89999)}`,
    () => `el Centro ${acronym(random)}`,
  ];
  return random.pick(kinds)();
}
