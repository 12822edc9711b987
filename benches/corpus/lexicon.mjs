// General words of public management, more or less by frequency. Those of each topic are in topics.mjs.

const words = (text) => text.trim().split(/\s+/);

export const MASCULINE = words(`
  año equipo distrito gobierno proyecto servicio vecino plan registro padrón trabajo informe comité presupuesto
  local taller pueblo convenio acuerdo problema alcalde productor camino proceso responsable sistema grupo mes
  terreno resultado apoyo centro poblador técnico regidor recurso documento reglamento barrio caserío mercado
  costo material lote sector usuario trámite turno plazo expediente censo dato municipio dirigente representante
  ingreso pago cobro permiso espacio punto mapa cuaderno formato procedimiento criterio aporte fondo anexo
  funcionario trabajador beneficiario especialista consultor ingeniero promotor coordinador secretario tesorero
  presidente gerente jefe director maestro adulto comerciante artesano transportista campesino asistente
  voluntario testigo proveedor contratista inspector supervisor fiscalizador cronograma objetivo indicador
  avance retraso gasto saldo monto precio descuento impuesto arbitrio tributo subsidio crédito préstamo banco
  contrato concurso premio requisito modelo ejemplo caso cambio efecto impacto riesgo error reclamo conflicto
  diálogo debate voto cargo mandato periodo ciclo paso nivel grado tipo tamaño número código nombre título lugar
  sitio paraje valle cerro río puente parque jardín patio techo piso muro cerco poste cable tubo tanque pozo
  canal motor vehículo camión equipamiento instrumento aparato teléfono celular computador programa archivo
  cuadro gráfico plano croquis letrero cartel folleto afiche volante periódico mensaje aviso anuncio comunicado
  oficio memorando dictamen estatuto decreto artículo inciso libro curso módulo manual instructivo protocolo
  método enfoque principio valor hábito costumbre oficial cuidado control monitoreo seguimiento mantenimiento
  funcionamiento financiamiento fortalecimiento mejoramiento cumplimiento ordenamiento levantamiento
  reconocimiento nombramiento procesamiento almacenamiento abastecimiento desplazamiento compromiso interés
  motivo desacuerdo esfuerzo logro beneficio límite alcance ámbito entorno paisaje clima verano invierno domingo
  sábado lunes amanecer horario reloj calendario feriado aniversario acceso ingresante egresado colaborador
  aliado vocal delegado gestor asesor abogado contador economista sociólogo arquitecto topógrafo notario juez
  fiscal policía sereno rondero mayordomo patrono empresario obrero peón chofer almacén depósito taxi pasaje
  boleto recibo comprobante sello certificado carné diploma reporte balance inventario muestreo sondeo cálculo
  estimado promedio porcentaje total conteo margen predio solar corral establo galpón ambiente auditorio salón
  despacho mostrador archivador estante escritorio
`);

export const FEMININE = words(`
  municipalidad comunidad familia población oficina ordenanza persona reunión obra gestión provincia región
  información experiencia institución organización actividad autoridad asamblea vivienda capacitación mujer
  calle zona resolución norma meta propuesta medida participación empresa asociación coordinación ciudad
  gerencia inversión calidad entidad cuenta necesidad cantidad producción decisión visita encuesta tarifa
  comisión mesa junta lista ficha base etapa fecha hora semana jornada campaña feria venta compra demanda oferta
  vía carretera trocha plaza esquina cuadra manzana puerta ventanilla caja llave pared losa vereda cuneta
  maquinaria herramienta pieza bolsa carga máquina computadora pantalla plataforma página dirección red señal
  tecnología innovación idea solución alternativa dificultad demora falta queja denuncia multa sanción
  supervisión inspección verificación evaluación revisión validación aprobación publicación difusión
  convocatoria inscripción elección votación renovación licencia autorización constancia solicitud carta
  declaración firma huella copia foto fotografía imagen cámara grabación radio emisora televisión prensa noticia
  entrevista conversación consulta pregunta respuesta opinión sugerencia observación recomendación lección
  conclusión causa consecuencia relación diferencia ventaja desventaja mejora reforma estrategia política ley
  regla directiva cláusula competencia función responsabilidad tarea labor rutina faena minga cuadrilla brigada
  presidenta secretaria tesorera alcaldesa regidora gerenta jefa directora maestra productora vecina pobladora
  dirigenta lideresa comerciante artesana ingeniera promotora coordinadora especialista consultora asesora
  abogada contadora obrera vendedora socia usuaria beneficiaria madre hija abuela niña juventud vejez infancia
  tradición cultura fiesta costumbre memoria historia identidad lengua palabra confianza voluntad transparencia
  eficiencia eficacia equidad igualdad seguridad salida entrada distancia altura longitud superficie hectárea
  tonelada cifra suma tasa proporción media cuota deuda ganancia pérdida utilidad renta partida donación
  transferencia contribución cooperación alianza cooperativa federación mancomunidad universidad facultad
  carrera práctica pasantía asistencia enseñanza metodología técnica guía cartilla sesión ponencia exposición
  muestra prueba evidencia estadística proyección tendencia brecha cobertura atención cola espera tardanza
  duración frecuencia temporada cosecha siembra lluvia sequía helada quebrada ladera cuenca laguna orilla pampa
  loma cumbre frontera ruta parada estación terminal bodega tienda panadería botica posta chacra parcela granja
  huerta finca propiedad posesión herencia titulación
`);

export const ADJECTIVES = words(`
  municipal local público nuevo comunal regional provincial distrital social rural propio principal técnico
  anual mayor mejor último económico urbano siguiente general necesario permanente importante menor pequeño
  grande participativo abierto legal vecinal mensual semanal diario inicial final formal informal gratuito
  voluntario obligatorio temporal previo posterior anterior actual reciente antiguo moderno tradicional
  ancestral vigente responsable activo pendiente completo parcial total real nominal digital electrónico manual
  impreso escrito oral simple sencillo claro difícil complejo largo corto alto bajo amplio estrecho central
  periférico cercano lejano disperso disponible suficiente escaso adecuado oportuno tardío rápido lento seguro
  peligroso limpio sucio estable inestable justo equitativo igualitario transparente confidencial oficial
  privado mixto colectivo individual familiar juvenil femenino masculino infantil adulto andino amazónico
  costeño altoandino ribereño fronterizo campesino agrario ganadero comercial industrial laboral sindical
  gremial profesional administrativo presupuestal financiero contable tributario fiscal judicial notarial
  registral institucional interinstitucional político ciudadano democrático representativo consultivo
  deliberativo normativo reglamentario contractual logístico operativo estratégico táctico preventivo correctivo
  punitivo educativo informativo comunicativo estadístico numérico gráfico geográfico territorial espacial
  ecológico climático estacional sostenible rentable viable factible visible accesible exigible flexible rígido
  firme débil fuerte intenso moderado leve grave urgente crítico crucial decisivo determinante relevante notable
  considerable sustancial significativo mínimo máximo medio doble triple único diverso distinto similar
  semejante idéntico común frecuente habitual ocasional excepcional inesperado previsible acumulado compartido
  conjunto
`);

// Regular verbs only, so that no table of stem changes is needed.
export const VERBS = words(`
  realizar registrar presentar organizar formar coordinar recibir iniciar participar instalar revisar elaborar
  ordenar publicar visitar convocar trabajar permitir firmar usar pagar cobrar ayudar apoyar mejorar cambiar
  capacitar designar nombrar asignar financiar ejecutar supervisar verificar reportar informar comunicar
  difundir explicar solicitar autorizar inscribir vender comprar ahorrar gastar administrar gestionar planificar
  programar preparar ensayar completar terminar culminar cumplir superar alcanzar lograr aumentar incrementar
  bajar elevar duplicar eliminar evitar enfrentar afrontar discutir debatir dialogar negociar pactar aceptar
  rechazar reclamar denunciar sancionar multar fiscalizar controlar vigilar monitorear calcular estimar comparar
  analizar estudiar observar identificar ubicar delimitar marcar señalar dibujar anotar copiar archivar guardar
  conservar cuidar limpiar pintar reparar arreglar levantar habilitar equipar dotar repartir transportar
  trasladar llevar cargar descargar almacenar vivir asistir acudir llegar pasar regresar quedar faltar durar
  tardar esperar avanzar consolidar integrar incorporar juntar sumar articular vincular asociar unir separar
  dividir adaptar adecuar ajustar modificar reformar actualizar modernizar simplificar agilizar facilitar
  impulsar fomentar incentivar motivar animar invitar consultar preguntar contestar responder opinar votar
  decidir delegar encargar comprometer obligar regular normar reglamentar fijar determinar definir precisar
  detallar documentar sistematizar validar revelar indicar confirmar premiar felicitar valorar apreciar respetar
  considerar olvidar aprender enseñar orientar acompañar asesorar recomendar contratar emplear ocupar dedicar
  aportar donar prestar alquilar arrendar ceder transferir recuperar rescatar multiplicar replicar imitar tejer
  sacar colocar cercar techar tumbar cavar podar cortar pesar envasar empacar etiquetar exhibir promocionar
  anunciar pregonar conversar escuchar recorrer caminar viajar cruzar subir emprender existir depender consistir
  corresponder suceder ocurrir proceder acceder
`);

export const PREFIXES = words(`re co inter sub auto pre sobre pos des multi`);

export const OPENERS = [
  "Además", "Al inicio", "Desde entonces", "Por eso", "Sin embargo", "Con el tiempo", "En la práctica",
  "Por otro lado", "Al final", "Hasta hoy", "Poco después", "Mientras tanto", "En cambio", "Para ello", "Así",
  "De este modo", "En total", "Más adelante", "Antes de eso", "Cada mes", "Como resultado", "A pesar de todo",
  "Entre otras cosas", "Según lo previsto", "Luego", "En primer lugar", "Por su parte", "También", "Ahora",
  "Durante ese tiempo", "No obstante", "Ya en marcha", "Por lo general", "De hecho", "Aun así",
];

export const PREPOSITIONS = ["en", "de", "para", "con", "por", "a", "sobre", "sin", "hasta", "entre", "desde", "durante", "ante", "según", "contra", "hacia"];

export const LINKS = ["porque", "ya que", "aunque", "cuando", "mientras", "pues", "si bien", "como", "donde", "y", "pero"];

export const ADVERBS = words(`
  no también ya más solo siempre muy nunca todavía bien casi mucho antes después pronto
  rápidamente directamente actualmente principalmente especialmente anualmente gratuitamente públicamente
  debidamente solamente previamente inicialmente finalmente parcialmente formalmente oportunamente
`);

export const MONTHS = words(`enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`);
