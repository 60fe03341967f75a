#include "CXML.h"
#include "parse.h"

#include <libxml/dict.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A table from the addresses of interned names to their numbers: libxml2 keeps each name once.
typedef struct {
  const xmlChar **keys;
  int *numbers;
  size_t mask;
} table;

/// What telling a document by numbers needs.
typedef struct {
  const cxml_scanner *scanner;
  table spaces;
  table names;
  cxml_attribute *attributes;
  size_t attribute_room;
  int stopped;
} scanning;

static size_t place(const table *table, const xmlChar *key) {
  uintptr_t address = (uintptr_t)key;
  size_t index = (address ^ address >> 7) * 0x9E3779B1u & table->mask;
  while (table->keys[index] && table->keys[index] != key) index = (index + 1) & table->mask;
  return index;
}

static int number(const table *table, const xmlChar *key) {
  size_t index = place(table, key);
  return table->keys[index] ? table->numbers[index] : -1;
}

static int fill(table *table, const char *const *texts, size_t count, xmlDictPtr dictionary) {
  size_t size = 8;
  while (size < 4 * count) size *= 2;
  table->mask = size - 1;
  table->keys = calloc(size, sizeof *table->keys);
  table->numbers = calloc(size, sizeof *table->numbers);
  if (!table->keys || !table->numbers) return 0;
  for (size_t i = 0; i < count; i++) {
    const xmlChar *key = xmlDictLookup(dictionary, (const xmlChar *)texts[i], -1);
    if (!key) return 0;
    size_t index = place(table, key);
    table->keys[index] = key;
    table->numbers[index] = (int)i;
  }
  return 1;
}

static void clear(table *table) {
  free(table->keys);
  free(table->numbers);
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count, const xmlChar **attributes) {
  cxml_parse *parse = context;
  scanning *scanning = parse->own;
  if (parse->failed || scanning->stopped || !cxml_enter(parse)) return;
  const cxml_scanner *scanner = scanning->scanner;
  if (scanner->stops(scanner->context)) {
    scanning->stopped = 1;
    xmlStopParser(parse->parser);
    return;
  }
  size_t count = attribute_count > 0 ? (size_t)attribute_count : 0;
  if (count > scanning->attribute_room) {
    cxml_attribute *room = realloc(scanning->attributes, count * sizeof *room);
    if (!room) {
      cxml_stop(parse, "no memory to read the document");
      return;
    }
    scanning->attributes = room;
    scanning->attribute_room = count;
  }
  for (size_t i = 0; i < count; i++) {
    // Local name, prefix, namespace, begin and end of the value.
    const xmlChar **attribute = attributes + 5 * i;
    scanning->attributes[i] = (cxml_attribute){
        .space = attribute[2] ? number(&scanning->spaces, attribute[2]) : -2,
        .name = number(&scanning->names, attribute[0]),
        .value = (const char *)attribute[3],
        .length = (size_t)(attribute[4] - attribute[3]),
    };
  }
  scanner->start(scanner->context, uri ? number(&scanning->spaces, uri) : -2,
                 number(&scanning->names, name), scanning->attributes, count);
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri) {
  cxml_parse *parse = context;
  scanning *scanning = parse->own;
  if (parse->failed || scanning->stopped) return;
  parse->depth--;
  scanning->scanner->end(scanning->scanner->context);
}

static void characters(void *context, const xmlChar *text, int length) {
  cxml_parse *parse = context;
  scanning *scanning = parse->own;
  if (parse->failed || scanning->stopped || length <= 0) return;
  scanning->scanner->text(scanning->scanner->context, (const char *)text, (size_t)length);
}

int cxml_scan(const char *bytes, size_t count, const cxml_vocabulary *vocabulary, size_t deepest,
              const cxml_scanner *scanner, cxml_fault *fault) {
  scanning scanning = {.scanner = scanner};
  cxml_parse parse = {.deepest = deepest, .fault = fault, .own = &scanning};
  const xmlSAXHandler sax = {
      .startElementNs = start_element,
      .endElementNs = end_element,
      .characters = characters,
      .cdataBlock = characters,
      .ignorableWhitespace = characters,
  };
  if (!cxml_prepare(&parse, bytes, count, &sax)) return 0;
  xmlDictPtr dictionary = parse.parser->dict;
  if (fill(&scanning.spaces, vocabulary->spaces, vocabulary->space_count, dictionary) &&
      fill(&scanning.names, vocabulary->names, vocabulary->name_count, dictionary)) {
    cxml_run(&parse);
  } else {
    cxml_fail(&parse, 1, "no memory to read the document");
    xmlFreeParserCtxt(parse.parser);
  }
  clear(&scanning.spaces);
  clear(&scanning.names);
  free(scanning.attributes);
  return scanning.stopped || !parse.failed;
}
