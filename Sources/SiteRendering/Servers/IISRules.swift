extension ServedSite {
  /// For IIS. Redirects need its module URL Rewrite, which is asked for only where there are any.
  func iis(into buffer: inout [UInt8]) {
    var xml = XMLBytes(bytes: buffer)
    xml.declaration()
    xml.element("configuration") { xml in
      xml.element("system.webServer") { xml in
        xml.element("staticContent") { xml in
          for (ending, type) in textTypes {
            xml.empty("remove", ["fileExtension": "." + ending])
            xml.empty("mimeMap", ["fileExtension": "." + ending, "mimeType": type + "; charset=utf-8"])
          }
        }
        xml.element("httpProtocol") { xml in
          xml.element("customHeaders") { xml in
            let headers =
              [("Content-Security-Policy", ResponseHeaders.policy)] + ResponseHeaders.common.map { ($0.key, $0.value) }
            for (name, value) in headers + [("Cache-Control", ResponseHeaders.caching)] { IISRules.set(name, value, &xml) }
          }
        }
        if !moved.isEmpty || !gone.isEmpty { xml.element("rewrite") { xml in xml.element("rules") { xml in rewriting(&xml) } } }
      }
      let special =
        pictures.map { ($0, "Content-Security-Policy", ResponseHeaders.picturePolicy) }
        + [("assets", "Cache-Control", ResponseHeaders.assetCaching), ("data", "Access-Control-Allow-Origin", "*")]
      for (path, name, value) in special {
        xml.element("location", ["path": path]) { xml in
          xml.element("system.webServer") { xml in
            xml.element("httpProtocol") { xml in
              xml.element("customHeaders") { xml in IISRules.set(name, value, &xml) }
            }
          }
        }
      }
    }
    buffer = xml.bytes
  }

  private func rewriting(_ xml: inout XMLBytes) {
    func rule(_ name: String, _ address: String, _ action: KeyValuePairs<StaticString, String?>) {
      xml.element("rule", ["name": "\(name) \(address)", "stopProcessing": "true"]) { xml in
        xml.empty("match", ["url": "^\(address.dropFirst())$"])
        xml.empty("action", action)
      }
    }
    for (from, to) in moved { rule("moved", from, ["type": "Redirect", "url": to, "redirectType": "Permanent"]) }
    for address in gone {
      rule("gone", address, ["type": "CustomResponse", "statusCode": "410", "statusReason": "Gone", "statusDescription": "Gone"])
    }
    xml.element("rule", ["name": "code", "stopProcessing": "true"]) { xml in
      xml.empty("match", ["url": "^\(basePattern.dropFirst())k/([a-z0-9-]+)-([A-Z][A-Za-z0-9-]*)/?$", "ignoreCase": "false"])
      xml.empty("action", ["type": "Redirect", "url": "\(base)k/{R:1}/#{R:2}", "redirectType": "Found"])
    }
  }
}

private enum IISRules {
  /// A header in place of what is inherited.
  static func set(_ name: String, _ value: String, _ xml: inout XMLBytes) {
    xml.empty("remove", ["name": name])
    xml.empty("add", ["name": name, "value": value])
  }
}
