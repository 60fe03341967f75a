#include "CXML.h"
#include "parse.h"

#include <libxml/SAX2.h>
#include <string.h>

/// What telling a document by its names needs.
typedef struct {
  const cxml_handler *handler;
  const char *namespace;
} reading;

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count, const xmlChar **attributes) {
  cxml_parse *parse = context;
  if (parse->failed || !cxml_enter(parse)) return;
  const reading *reading = parse->own;
  const cxml_handler *handler = reading->handler;
  if (!handler) return;
  int known = uri && strcmp((const char *)uri, reading->namespace) == 0;
  handler->start(handler->context, (const char *)name, strlen((const char *)name), known,
                 xmlSAX2GetLineNumber(parse->parser));
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
  cxml_parse *parse = context;
  if (parse->failed) return;
  parse->depth--;
  const reading *reading = parse->own;
  if (reading->handler) reading->handler->end(reading->handler->context);
}

static void characters(void *context, const xmlChar *text, int length) {
  cxml_parse *parse = context;
  const reading *reading = parse->own;
  if (parse->failed || !reading->handler || length <= 0) return;
  reading->handler->text(reading->handler->context, (const char *)text, (size_t)length);
}

int cxml_read(const char *bytes, size_t count, const char *namespace, size_t deepest,
              const cxml_handler *handler, cxml_fault *fault) {
  reading reading = {.handler = handler, .namespace = namespace};
  cxml_parse parse = {.deepest = deepest, .fault = fault, .own = &reading};
  const xmlSAXHandler sax = {
      .startElementNs = start_element,
      .endElementNs = end_element,
      .characters = characters,
      .cdataBlock = characters,
      .ignorableWhitespace = characters,
  };
  if (!cxml_prepare(&parse, bytes, count, &sax)) return 0;
  cxml_run(&parse);
  return !parse.failed;
}
