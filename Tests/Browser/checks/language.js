// The page says what language it is in and what it is called.
() => {
  const found = []
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(document.documentElement.lang)) found.push(`lang is "${document.documentElement.lang}"`)
  if (!document.title.trim()) found.push("no title")
  if (!document.querySelector("meta[name=viewport]")) found.push("no viewport for phones")
  return found
}
