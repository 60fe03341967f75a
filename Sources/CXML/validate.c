#include "CXML.h"

#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  void *context;
  void (*report)(void *context, long line, const char *message);
} reporting;

static void take_error(void *context, xmlErrorPtr error) {
  reporting *reporting = context;
  if (!error || error->level < XML_ERR_ERROR) return;
  char message[512];
  snprintf(message, sizeof message, "%s", error->message ? error->message : "not valid");
  message[strcspn(message, "\n")] = 0;
  reporting->report(reporting->context, error->line > 0 ? error->line : 1, message);
}

static void ignore_error(void *context, xmlErrorPtr error) {}

int cxml_validate(const char *bytes, size_t count, const char *schema, size_t schema_count,
                  void *context, void (*report)(void *context, long line, const char *message)) {
  cxml_fault fault;
  // What the validator reads has been seen to hold no declarations and no deep nesting.
  if (!cxml_read(bytes, count, "", 1024, NULL, &fault) || schema_count > INT_MAX) return 0;
  xmlSchemaParserCtxtPtr rules = xmlSchemaNewMemParserCtxt(schema, (int)schema_count);
  if (!rules) return 0;
  xmlSchemaSetParserStructuredErrors(rules, ignore_error, NULL);
  xmlSchemaPtr parsed = xmlSchemaParse(rules);
  xmlSchemaFreeParserCtxt(rules);
  if (!parsed) return 0;
  int done = 0;
  xmlTextReaderPtr reader = xmlReaderForMemory(
      bytes, (int)count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES);
  if (reader) {
    reporting reporting = {.context = context, .report = report};
    // The schema first: to set it would take the handler of errors away again.
    if (xmlTextReaderSetSchema(reader, parsed) == 0) {
      xmlTextReaderSetStructuredErrorHandler(reader, take_error, &reporting);
      int more;
      while ((more = xmlTextReaderRead(reader)) == 1) {
      }
      done = more == 0;
    }
    xmlFreeTextReader(reader);
  }
  xmlSchemaFree(parsed);
  return done;
}
