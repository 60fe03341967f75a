#include "CXML.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  xmlParserCtxtPtr parser;
  const cxml_handler *handler;
  const char *namespace;
  size_t deepest;
  size_t depth;
  cxml_fault *fault;
  int failed;
} reading;

static void fail(reading *reading, long line, const char *message) {
  if (reading->failed) return;
  reading->failed = 1;
  reading->fault->line = line > 0 ? line : 1;
  snprintf(reading->fault->message, sizeof reading->fault->message, "%s", message);
  // libxml2 ends its messages with a line end.
  reading->fault->message[strcspn(reading->fault->message, "\n")] = 0;
}

static void stop(reading *reading, const char *message) {
  fail(reading, xmlSAX2GetLineNumber(reading->parser), message);
  xmlStopParser(reading->parser);
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count, const xmlChar **attributes) {
  reading *reading = context;
  if (reading->failed) return;
  if (++reading->depth > reading->deepest) {
    stop(reading, "elements are nested too deep");
    return;
  }
  const cxml_handler *handler = reading->handler;
  if (!handler) return;
  int known = uri && strcmp((const char *)uri, reading->namespace) == 0;
  handler->start(handler->context, (const char *)name, strlen((const char *)name), known,
                 xmlSAX2GetLineNumber(reading->parser));
  for (int i = 0; i < attribute_count; i++) {
    // Local name, prefix, namespace, begin and end of the value.
    const xmlChar **attribute = attributes + 5 * i;
    if (attribute[2]) continue;
    handler->attribute(handler->context, (const char *)attribute[0],
                       strlen((const char *)attribute[0]), (const char *)attribute[3],
                       (size_t)(attribute[4] - attribute[3]));
  }
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri) {
  reading *reading = context;
  if (reading->failed) return;
  reading->depth--;
  if (reading->handler) reading->handler->end(reading->handler->context);
}

static void characters(void *context, const xmlChar *text, int length) {
  reading *reading = context;
  if (reading->failed || !reading->handler || length <= 0) return;
  reading->handler->text(reading->handler->context, (const char *)text, (size_t)length);
}

static void refuse_document_type(void *context, const xmlChar *name, const xmlChar *external,
                                 const xmlChar *system) {
  stop(context, "a document type declaration is not allowed here");
}

static void take_error(void *context, xmlErrorPtr error) {
  if (!error || error->level < XML_ERR_ERROR) return;
  fail(context, error->line, error->message ? error->message : "not well formed");
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

int cxml_read(const char *bytes, size_t count, const char *namespace, size_t deepest,
              const cxml_handler *handler, cxml_fault *fault) {
  pthread_once(&once, xmlInitParser);
  reading reading = {
      .handler = handler, .namespace = namespace, .deepest = deepest, .fault = fault};
  *fault = (cxml_fault){.line = 1};
  if (count == 0 || count > INT_MAX / 2) {
    fail(&reading, 1, count ? "the document is too large" : "the document is empty");
    return 0;
  }
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, (int)count);
  if (!parser) {
    fail(&reading, 1, "no memory to read the document");
    return 0;
  }
  reading.parser = parser;
  // No function but these: no document is built, nothing is loaded.
  *parser->sax = (xmlSAXHandler){
      .initialized = XML_SAX2_MAGIC,
      .internalSubset = refuse_document_type,
      .startElementNs = start_element,
      .endElementNs = end_element,
      .characters = characters,
      .cdataBlock = characters,
      .ignorableWhitespace = characters,
      .serror = take_error,
  };
  parser->userData = &reading;
  // The limits that HUGE lifts are those for documents that are not refused above: without
  // declarations no entity can grow, and nesting has its own limit. Nor can NOENT, without which
  // "&amp;" in an attribute would stay as it is spelled, then bring anything in.
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
  parser->linenumbers = 1;
  xmlParseDocument(parser);
  if (!parser->wellFormed) fail(&reading, 1, "not well formed");
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
  return !reading.failed;
}
