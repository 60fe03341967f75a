#include "CXML.h"

static const char json_schema[] = {
#embed "../../schemas/plan.schema.json"
};

static const char xml_schema[] = {
#embed "../../schemas/plan.xsd"
};

const char *cxml_json_schema(size_t *count) {
  *count = sizeof json_schema;
  return json_schema;
}

const char *cxml_xml_schema(size_t *count) {
  *count = sizeof xml_schema;
  return xml_schema;
}
