#include "parse.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

void cxml_fail(cxml_parse *parse, long line, const char *message) {
  if (parse->failed) return;
  parse->failed = 1;
  parse->fault->line = line > 0 ? line : 1;
  snprintf(parse->fault->message, sizeof parse->fault->message, "%s", message);
  // libxml2 ends its messages with a line end.
  parse->fault->message[strcspn(parse->fault->message, "\n")] = 0;
}

void cxml_stop(cxml_parse *parse, const char *message) {
  cxml_fail(parse, xmlSAX2GetLineNumber(parse->parser), message);
  xmlStopParser(parse->parser);
}

int cxml_enter(cxml_parse *parse) {
  if (++parse->depth <= parse->deepest) return 1;
  cxml_stop(parse, "elements are nested too deep");
  return 0;
}

static void refuse_document_type(void *context, const xmlChar *name, const xmlChar *external,
                                 const xmlChar *system) {
  cxml_stop(context, "a document type declaration is not allowed here");
}

static void take_error(void *context, xmlErrorPtr error) {
  if (!error || error->level < XML_ERR_ERROR) return;
  cxml_fail(context, error->line, error->message ? error->message : "not well formed");
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

int cxml_prepare(cxml_parse *parse, const char *bytes, size_t count, const xmlSAXHandler *sax) {
  pthread_once(&once, xmlInitParser);
  *parse->fault = (cxml_fault){.line = 1};
  if (count == 0 || count > INT_MAX / 2) {
    cxml_fail(parse, 1, count ? "the document is too large" : "the document is empty");
    return 0;
  }
  xmlParserCtxtPtr parser = parse->parser = xmlCreateMemoryParserCtxt(bytes, (int)count);
  if (!parser) {
    cxml_fail(parse, 1, "no memory to read the document");
    return 0;
  }
  *parser->sax = *sax;
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->internalSubset = refuse_document_type;
  parser->sax->serror = take_error;
  parser->userData = parse;
  // The limits that HUGE lifts are those for documents that are not refused above: without
  // declarations no entity can grow, and nesting has its own limit. Nor can NOENT, without which
  // "&amp;" in an attribute would stay as it is spelled, then bring anything in.
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
  parser->linenumbers = 1;
  return 1;
}

void cxml_run(cxml_parse *parse) {
  xmlParserCtxtPtr parser = parse->parser;
  xmlParseDocument(parser);
  if (!parser->wellFormed) cxml_fail(parse, 1, "not well formed");
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
  parse->parser = NULL;
}
