package main

// version of the plugin; the build sets it.
var version = "development"
