#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  htmlParserCtxtPtr parser;
  const cxml_html_handler *handler;
  size_t deepest;
  size_t depth;
  cxml_fault *fault;
  int failed;
} reading;

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
  reading *reading = context;
  if (reading->failed) return;
  if (++reading->depth > reading->deepest) {
    reading->failed = 1;
    reading->fault->line = xmlSAX2GetLineNumber(reading->parser);
    snprintf(reading->fault->message, sizeof reading->fault->message,
             "elements nested deeper than %zu", reading->deepest);
    xmlStopParser(reading->parser);
    return;
  }
  reading->handler->start(reading->handler->context, (const char *)name,
                          (const char *const *)attributes);
}

static void end_element(void *context, const xmlChar *name) {
  reading *reading = context;
  if (reading->failed) return;
  if (reading->depth > 0) reading->depth--;
  reading->handler->end(reading->handler->context, (const char *)name);
}

static void characters(void *context, const xmlChar *text, int length) {
  reading *reading = context;
  if (reading->failed || length <= 0) return;
  reading->handler->text(reading->handler->context, (const char *)text, (size_t)length);
}

static void ignore_error(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

int cxml_read_html(const char *bytes, size_t count, size_t deepest,
                   const cxml_html_handler *handler, cxml_fault *fault) {
  reading reading = {.handler = handler, .deepest = deepest, .fault = fault};
  *fault = (cxml_fault){.line = 1};
  if (count == 0) return 1;
  xmlInitParser();
  htmlParserCtxtPtr parser =
      count > INT_MAX / 2 ? NULL : htmlCreateMemoryParserCtxt(bytes, (int)count);
  if (!parser) {
    snprintf(fault->message, sizeof fault->message, "no memory to read the page");
    return 0;
  }
  reading.parser = parser;
  // No function but these: no document is built, nothing is loaded.
  *parser->sax = (xmlSAXHandler){
      .initialized = XML_SAX2_MAGIC,
      .startElement = start_element,
      .endElement = end_element,
      .characters = characters,
      .ignorableWhitespace = characters,
      .serror = ignore_error,
  };
  parser->userData = &reading;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                 HTML_PARSE_NOWARNING | HTML_PARSE_NOIMPLIED |
                                 HTML_PARSE_IGNORE_ENC);
  parser->linenumbers = 1;
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  htmlFreeParserCtxt(parser);
  return !reading.failed;
}
